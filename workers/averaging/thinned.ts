import { activations } from '../network/activations.ts';
import type { EnsembleSpec } from '../network/ensemble.ts';
import { transpose } from '../network/host/transpose.ts';
import { logSoftmax } from '../network/host/softmax.ts';
import type { Matrix, Memory } from '../network/host/memory.ts';
import { biasesOf, layoutOf, weightsOf } from '../network/layout.ts';
import type { Draw } from './draws.ts';

/**
 * Subnetworks of one network on fixed examples. A subnetwork is predicted as what it is: a smaller
 * network, of only the units that its mask keeps. At p = .5 that is a quarter of the products, and the
 * first layer, which all subnetworks share where no input is dropped, is computed once.
 */
export interface ThinnedNetwork {
  count: number;
  /**
   * Log-probabilities `[count, classes]` of a subnetwork. `see` gets the activations of each hidden layer,
   * `[units kept, count]`, as a view that is stale once it returns.
   */
  predict(draw: Draw, see?: (activations: Float32Array) => void): Float32Array;
  release(): void;
}

/** The units of a layer that are kept; null keeps all. */
type Kept = Int32Array | null;

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
  const weights = layout.layers.map((_, l) => weightsOf(parameters, layout, 0, l));
  const biases = layout.layers.map((_, l) => biasesOf(parameters, layout, 0, l));

  const input = memory.make(sizes[0], count);
  transpose(rows, count, sizes[0], memory.view(input));
  /** Activations of the whole first hidden layer `[units, count]`, once they are needed. */
  let first: Matrix | null = null;

  /** Pre-activations `[kept outputs, count]` of layer `l` without biases. Frees nothing. */
  function multiply(l: number, h: Matrix, inputs: Kept, outputs: Kept, scale: number): Matrix {
    const height = outputs ? outputs.length : sizes[l + 1];
    const width = inputs ? inputs.length : sizes[l];
    if (width === 0 || height === 0) {
      const z = memory.make(Math.max(1, height), count);
      memory.view(z).fill(0);
      return z;
    }
    const w = memory.make(height, width);
    thinWeights(weights[l], sizes[l], inputs, outputs, scale, height, width, memory.view(w));
    const z = memory.product(w, h);
    memory.free(w);
    return z;
  }

  /** The activations of layer `l`, in place of the pre-activations of its kept outputs. */
  function activate(z: Matrix, l: number, outputs: Kept): void {
    const view = memory.view(z);
    const units = outputs ? outputs.length : sizes[l + 1];
    for (let unit = 0; unit < units; unit++) {
      const b = biases[l][outputs ? outputs[unit] : unit];
      const end = (unit + 1) * count;
      for (let i = unit * count; i < end; i++) view[i] = value(view[i] + b);
    }
  }

  /** The first hidden layer of the kept units; the whole layer is computed once if it can be shared. */
  function firstHidden({ kept, scale }: Draw): Matrix {
    if (kept[0]) {
      const x = gather(memory, input, kept[0], count);
      const z = multiply(0, x, kept[0], kept[1], scale[0]);
      memory.free(x);
      activate(z, 0, kept[1]);
      return z;
    }
    if (!first) {
      first = multiply(0, input, null, null, 1);
      activate(first, 0, null);
    }
    return kept[1] ? gather(memory, first, kept[1], count) : first;
  }

  function predict(draw: Draw, see?: (activations: Float32Array) => void): Float32Array {
    const { kept, scale } = draw;
    const out = new Float32Array(count * classes);
    const hidden = depth > 1;
    const show = (l: number, h: Matrix) =>
      see?.(memory.view(h).subarray(0, (kept[l]?.length ?? sizes[l]) * count));
    let h = hidden ? firstHidden(draw) : kept[0] ? gather(memory, input, kept[0], count) : input;
    if (hidden) show(1, h);
    for (let l = hidden ? 1 : 0; l < depth; l++) {
      const outputs = l < depth - 1 ? kept[l + 1] : null;
      const z = multiply(l, h, kept[l], outputs, kept[l] ? scale[l] : 1);
      if (h !== first && h !== input) memory.free(h);
      h = z;
      if (l === depth - 1) break;
      activate(h, l, outputs);
      show(l + 1, h);
    }
    logSoftmax(memory.view(h), biases[depth - 1], classes, count, out);
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

/** The rows (units) of a matrix `[units, count]` that are kept, as a matrix of their own. */
function gather(memory: Memory, from: Matrix, kept: Int32Array, count: number): Matrix {
  const matrix = memory.make(kept.length, count);
  const source = memory.view(from);
  const view = memory.view(matrix);
  kept.forEach((unit, i) => {
    view.set(source.subarray(unit * count, (unit + 1) * count), i * count);
  });
  return matrix;
}

/** Writes the weights of `all` `[outputs, n]` that are kept, times `scale`, to `out` `[height, width]`. */
function thinWeights(
  all: Float32Array,
  n: number,
  inputs: Kept,
  outputs: Kept,
  scale: number,
  height: number,
  width: number,
  out: Float32Array,
): void {
  for (let o = 0; o < height; o++) {
    const row = (outputs ? outputs[o] : o) * n;
    const at = o * width;
    if (inputs) for (let i = 0; i < width; i++) out[at + i] = scale * all[row + inputs[i]];
    else for (let i = 0; i < width; i++) out[at + i] = scale * all[row + i];
  }
}
