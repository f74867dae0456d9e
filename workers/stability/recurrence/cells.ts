import { generator } from '#lib/random/generator.ts';
import { key, streams } from '#lib/random/key.ts';
import type { RecurrenceSpec } from '#lib/experiment/stability/small-probes.ts';

/** A square matrix `[units, units]`. */
export type Square = Float64Array;

/** Weights of one random pair of networks, and what they are fed. */
export interface RecurrentWeights {
  /** W and U of h ← tanh(W h + U x). */
  plain: { recurrent: Square; input: Square };
  /** W and U of the LSTM's input, forget and output gates and of its candidate. */
  gates: Record<Gate, { recurrent: Square; input: Square }>;
  /** x_t, `[steps, units]`. */
  inputs: Float64Array;
  /** The derivative at the end, `[units]`, normal of variance 1: by h of the one, by c of the other. */
  top: Float64Array;
}

export const gateNames = ['input', 'forget', 'output', 'candidate'] as const;
export type Gate = (typeof gateNames)[number];

/** Recurrent weights N(0, gain²/units), input weights N(0, 1/units), inputs N(0, noise²). */
export function drawRecurrence(
  { units, steps, gain, noise }: RecurrenceSpec,
  seed: number,
  network: number,
): RecurrentWeights {
  let drawn = 0;
  const normals = (length: number, scale: number) => {
    const random = generator(key(seed, streams.recurrence, drawn++, network));
    return Float64Array.from({ length }, () => scale * random.normal());
  };
  const pair = () => ({
    recurrent: normals(units * units, gain / Math.sqrt(units)),
    input: normals(units * units, 1 / Math.sqrt(units)),
  });
  return {
    plain: pair(),
    gates: { input: pair(), forget: pair(), output: pair(), candidate: pair() },
    inputs: normals(steps * units, noise),
    top: normals(units, 1),
  };
}

/** Adds W x to `out`. */
export function addProduct(w: Square, x: Float64Array, out: Float64Array): void {
  const n = x.length;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += w[i * n + j] * x[j];
    out[i] += sum;
  }
}

/** Adds Wᵀ g to `out`. */
export function addTransposedProduct(w: Square, g: Float64Array, out: Float64Array): void {
  const n = g.length;
  for (let i = 0; i < n; i++) {
    const x = g[i];
    for (let j = 0; j < n; j++) out[j] += w[i * n + j] * x;
  }
}
