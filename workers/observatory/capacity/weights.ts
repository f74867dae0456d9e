import { layoutOf, weightsOf } from '../../network/layout.ts';
import type { Member } from '../members.ts';

/** The weights of a layer that a member uses, one list for each unit that they enter. No biases. */
function incoming(sizes: readonly number[], member: Member, layer: number): Float32Array[] {
  const { parameters, kept } = member;
  const weights = weightsOf(parameters, layoutOf(sizes, 1), 0, layer);
  const inputs = sizes[layer];
  const rows = kept[layer + 1] ?? Int32Array.from({ length: sizes[layer + 1] }, (_, unit) => unit);
  const columns = kept[layer];
  return Array.from(rows, (unit) => {
    const row = weights.subarray(unit * inputs, (unit + 1) * inputs);
    return columns ? Float32Array.from(columns, (input) => row[input]) : row;
  });
}

/** Norms of the weights in use of each layer from the input on, `[layers]`. */
export interface Norms {
  /** Norm of the whole matrix: √Σw². */
  frobenius: Float64Array<ArrayBuffer>;
  /** The largest norm of the weights into one unit: what max-norm bounds. */
  incoming: Float64Array<ArrayBuffer>;
}

export function normsOf(sizes: readonly number[], member: Member): Norms {
  const layers = sizes.length - 1;
  const norms = { frobenius: new Float64Array(layers), incoming: new Float64Array(layers) };
  for (let l = 0; l < layers; l++) {
    let all = 0;
    let largest = 0;
    for (const row of incoming(sizes, member, l)) {
      const squares = row.reduce((sum, w) => sum + w * w, 0);
      all += squares;
      largest = Math.max(largest, squares);
    }
    norms.frobenius[l] = Math.sqrt(all);
    norms.incoming[l] = Math.sqrt(largest);
  }
  return norms;
}

/** All weights in use of some networks, one after another. */
export function allWeights(sizes: readonly number[], members: readonly Member[]): Float32Array {
  const rows = members.flatMap((member) =>
    sizes.slice(1).flatMap((_, layer) => incoming(sizes, member, layer)),
  );
  const weights = new Float32Array(rows.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const row of rows) {
    weights.set(row, at);
    at += row.length;
  }
  return weights;
}

/** How many of `weights` lie in each of `bins` equal parts of [−limit, limit]. */
export function histogram(
  weights: Float32Array,
  limit: number,
  bins: number,
): Int32Array<ArrayBuffer> {
  const counts = new Int32Array(bins);
  for (const w of weights) {
    const bin = Math.floor(((w + limit) / (2 * limit)) * bins);
    counts[Math.min(bins - 1, Math.max(0, bin))]++;
  }
  return counts;
}
