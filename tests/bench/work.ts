import { preset } from '#lib/experiment/presets.ts';
import { buildDataSet } from '#lib/data/build.ts';

/** What is trained in a benchmark: K networks of one shape on the same batches. */
export interface Work {
  /** Units of each layer: inputs, hidden layers, classes. */
  sizes: number[];
  members: number;
  batch: number;
  /** Drop probability after each hidden layer. */
  p: number;
  learningRate: number;
  momentum: number;
}

export const works = {
  step: {
    sizes: [196, 256, 256, 10],
    members: 1,
    batch: 50,
    p: 0.5,
    learningRate: 0.05,
    momentum: 0.9,
  },
  members: {
    sizes: [64, 32, 32, 10],
    members: 16,
    batch: 64,
    p: 0.5,
    learningRate: 0.05,
    momentum: 0.9,
  },
} satisfies Record<string, Work>;

export type WorkName = keyof typeof works;

/** Rows `[batch, inputs]` and labels `[batch]` of one step. */
export interface WorkBatch {
  rows: Float32Array;
  labels: Int32Array;
}

/** Twenty batches of drawn digits, the same for every contestant. */
export async function drawBatches({ sizes, batch }: Work): Promise<WorkBatch[]> {
  const count = 20;
  const { data } = preset('noisy-digits');
  if (data.kind !== 'digits') throw new Error('The preset draws no digits.');
  const side = Math.sqrt(sizes[0]);
  const spec = { ...data, side, train: count * batch, test: 10, labelNoise: 0 };
  const outcome = await buildDataSet(spec, 1, []);
  if (!outcome.ok) throw new Error('The digits were not drawn.');
  const { rows, labels } = outcome.data.train;
  return Array.from({ length: count }, (_, i) => ({
    rows: rows.slice(i * batch * sizes[0], (i + 1) * batch * sizes[0]),
    labels: labels.slice(i * batch, (i + 1) * batch),
  }));
}

/** The batches one after another, again and again. */
export function endless<T>(batches: readonly T[]): () => T {
  let next = 0;
  return () => batches[next++ % batches.length];
}
