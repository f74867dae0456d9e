import { activations } from '../network/activations.ts';
import type { EnsembleSpec } from '../network/ensemble.ts';
import { transpose } from '../network/host/transpose.ts';
import { logSoftmax } from '../network/host/softmax.ts';
import type { Matrix, Memory } from '../network/host/memory.ts';
import { biasesOf, layoutOf, weightsOf } from '../network/layout.ts';

/**
 * Subnetworks of one network on fixed examples. A subnetwork is predicted as what it is: a smaller
 * network, of only the units that its mask keeps. At p = .5 that is a quarter of the products, and the
 * first layer, which all subnetworks share where no input is dropped, is computed once.
 */
export interface ThinnedNetwork {
  count: number;
  /**
   * Log-probabilities `[count, classes]` of the subnetwork that keeps, in each layer (0 is the input),
   * the units `kept[layer]`, each multiplied by `scale[layer]`. null keeps all of a layer, unscaled.
   */
  predict(kept: readonly (Int32Array | null)[], scale: readonly number[]): Float32Array;
  release(): void;
}

/** One network, the first member of `parameters`, on rows `[count, inputs]`. */
export function thinnedNetwork(
  spec: Pick<EnsembleSpec, 'sizes' | 'activation'>,
  parameters: Float32Array,
  rows: Float32Array,
  count: number,
  memory: Memory,
): ThinnedNetwork {
  const { sizes } = spec;
  const { value } = activations[spec.activation];
  const layout = layoutOf(sizes, 1);
  const depth = layout.layers.length;
  const classes = sizes[depth];

  const input = memory.make(sizes[0], count);
  transpose(rows, count, sizes[0], memory.view(input));
  /** Activations of the whole first hidden layer `[units, count]`, once they are needed. */
  let first: Matrix | null = null;

  /** The rows (units) that are kept, as a matrix of their own. */
  function gather(from: Matrix, kept: Int32Array): Matrix {
    const matrix = memory.make(kept.length, count);
    const source = memory.view(from);
    const view = memory.view(matrix);
    kept.forEach((unit, i) => {
      view.set(source.subarray(unit * count, (unit + 1) * count), i * count);
    });
    return matrix;
  }

  /** Weights `[kept outputs, kept inputs]` of a layer, times `scale`. */
  function thinWeights(
    l: number,
    inputs: Int32Array | null,
    outputs: Int32Array | null,
    scale: number,
  ): Matrix {
    const all = weightsOf(parameters, layout, 0, l);
    const { inputs: n, outputs: m } = layout.layers[l];
    const columns = inputs ? inputs.length : n;
    const height = outputs ? outputs.length : m;
    const matrix = memory.make(height, columns);
    const view = memory.view(matrix);
    for (let o = 0; o < height; o++) {
      const row = (outputs ? outputs[o] : o) * n;
      const at = o * columns;
      if (inputs) for (let i = 0; i < columns; i++) view[at + i] = scale * all[row + inputs[i]];
      else for (let i = 0; i < columns; i++) view[at + i] = scale * all[row + i];
    }
    return matrix;
  }

  /** Pre-activations without biases, of the kept outputs of layer `l`. Frees `h` where it may. */
  function multiply(
    l: number,
    h: Matrix,
    inputs: Int32Array | null,
    outputs: Int32Array | null,
    scale: number,
  ): Matrix {
    if (inputs?.length === 0 || outputs?.length === 0) {
      const z = memory.make(Math.max(1, outputs ? outputs.length : sizes[l + 1]), count);
      memory.view(z).fill(0);
      return z;
    }
    const weights = thinWeights(l, inputs, outputs, scale);
    const z = memory.product(weights, h);
    memory.free(weights);
    return z;
  }

  function activate(z: Matrix, l: number, outputs: Int32Array | null): void {
    const view = memory.view(z);
    const bias = biasesOf(parameters, layout, 0, l);
    const units = outputs ? outputs.length : sizes[l + 1];
    for (let unit = 0; unit < units; unit++) {
      const b = bias[outputs ? outputs[unit] : unit];
      const end = (unit + 1) * count;
      for (let i = unit * count; i < end; i++) view[i] = value(view[i] + b);
    }
  }

  /** The first hidden layer of the kept units; the whole layer is computed once if it can be shared. */
  function firstHidden(kept: readonly (Int32Array | null)[], scale: readonly number[]): Matrix {
    if (kept[0]) {
      const x = gather(input, kept[0]);
      const z = multiply(0, x, kept[0], kept[1], scale[0]);
      memory.free(x);
      activate(z, 0, kept[1]);
      return z;
    }
    if (!first) {
      first = multiply(0, input, null, null, 1);
      activate(first, 0, null);
    }
    return kept[1] ? gather(first, kept[1]) : first;
  }

  function predict(kept: readonly (Int32Array | null)[], scale: readonly number[]): Float32Array {
    const out = new Float32Array(count * classes);
    const factor = (l: number) => (kept[l] ? scale[l] : 1);
    const hidden = depth > 1;
    let h = hidden ? firstHidden(kept, scale) : kept[0] ? gather(input, kept[0]) : input;
    for (let l = hidden ? 1 : 0; l < depth; l++) {
      const outputs = l < depth - 1 ? kept[l + 1] : null;
      const z = multiply(l, h, kept[l], outputs, factor(l));
      if (h !== first && h !== input) memory.free(h);
      if (l < depth - 1) activate(z, l, outputs);
      h = z;
    }
    logSoftmax(memory.view(h), biasesOf(parameters, layout, 0, depth - 1), classes, count, out);
    memory.free(h);
    return out;
  }

  return {
    count,
    predict,
    release() {
      memory.free(input);
      if (first) memory.free(first);
      first = null;
    },
  };
}
