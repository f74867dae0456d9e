import { buildDataSet } from '#lib/data/build.ts';
import type { DataSet } from '#lib/data/dataset.ts';
import { fromBase64 } from '#lib/experiment/base64.ts';
import type { Experiment } from '#lib/experiment/experiment.ts';
import type { Model, ModelVariant } from '#lib/experiment/model.ts';

/**
 * What a third party does with "Download model": the forward pass, written from the description that
 * stands at `Model`, in plain loops and float64. It shares no code with the engine.
 */

type Layer = { weights: Float32Array; biases: Float32Array };
const phi: Record<string, (x: number) => number> = {
  relu: (x) => Math.max(0, x),
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
};

/** The data of an experiment, drawn anew from its seed. */
export async function redraw({ data, seeds }: Experiment): Promise<DataSet> {
  const outcome = await buildDataSet(data, seeds.data, []);
  if (!outcome.ok) throw new Error(outcome.problem.kind);
  return outcome.data;
}

export function variantIn(model: Model, name: string): ModelVariant {
  const found = model.variants.find(({ variant }) => variant === name);
  if (!found) throw new Error(`The model has no variant ${name}`);
  return found;
}

/** How many test examples the variant predicts wrongly, by the prediction that the file names. */
export function wrongTests(one: ModelVariant, data: DataSet): number {
  const networks = one.networks.map((layers) =>
    layers.map(({ weights, biases }) => ({
      weights: fromBase64(weights),
      biases: fromBase64(biases),
    })),
  );
  const factors = networks.map((_, k) => factorsOf(one, k));
  let wrong = 0;
  data.test.labels.forEach((label, i) => {
    const row = data.test.rows.subarray(i * data.inputs, (i + 1) * data.inputs);
    const mean = new Float64Array(data.classes.length);
    networks.forEach((layers, k) => {
      predict(one, layers, factors[k], row).forEach((p, c) => (mean[c] += p / networks.length));
    });
    if (mean.indexOf(Math.max(...mean)) !== label) wrong++;
  });
  return wrong;
}

/** What each unit of each layer is multiplied by in network k: bit/(1 − p), or 1 with dropout off. */
function factorsOf({ masks, dropProbabilities, layers }: ModelVariant, k: number): number[][] {
  return layers.map(({ inputs }, l) => {
    const keep = 1 - dropProbabilities[l];
    if (masks === null) return new Array<number>(inputs).fill(1);
    return [...masks[k][l]].map((bit) => (bit === '1' && keep > 0 ? 1 / keep : 0));
  });
}

function predict(
  { layers }: ModelVariant,
  network: Layer[],
  factors: number[][],
  row: Float32Array,
): number[] {
  let h = Array.from(row, (x, i) => x * factors[0][i]);
  layers.forEach(({ outputs, activation }, l) => {
    const { weights, biases } = network[l];
    const width = h.length;
    const z = Array.from(biases, (b, o) =>
      h.reduce((sum, x, i) => sum + x * weights[o * width + i], b),
    );
    if (z.length !== outputs) throw new Error(`Layer ${l} has ${z.length} units, not ${outputs}`);
    h =
      activation === 'softmax'
        ? softmax(z)
        : z.map((x, i) => phi[activation](x) * factors[l + 1][i]);
  });
  return h;
}

function softmax(z: number[]): number[] {
  const top = Math.max(...z);
  const e = z.map((x) => Math.exp(x - top));
  const sum = e.reduce((a, b) => a + b);
  return e.map((x) => x / sum);
}
