import { transpose } from '../../network/host/transpose.ts';
import type { Arithmetic, Cells, Numbers } from '../tools/arithmetic.ts';
import type { LayerCall, Passed } from './forward.ts';

/** What a layer's backward pass makes. The caller frees the matrices. */
export interface BackwardLayer {
  /** The derivative by what entered the layer, `[inputs, count]`. */
  below: Cells;
  /** The derivative by each matrix, `[outputs, inputs]`, summed over the examples. */
  weights: Cells[];
  /** The derivative by each bias there is, `[outputs]`, summed over the examples. */
  biases: Numbers[];
}

/**
 * The way back through `h + α W₂ u`, `u = mask · φ(W₁ h)` from the derivative `g` `[outputs, count]` by
 * what left the layer, which is used up; `h` `[inputs, count]` is what entered it.
 */
export function backwardLayer(
  call: LayerCall,
  { slopes, inner }: Passed,
  h: Cells,
  g: Cells,
): BackwardLayer {
  const { layer, number, weights, arithmetic, watch } = call;
  const { view, free, product } = arithmetic;
  const [first, second] = weights.matrices;
  const gradients: Cells[] = [];
  const biases: Numbers[] = [];
  // Where a skip goes round the branch, g goes both ways.
  let delta = layer.skip === null ? g : scaled(g, layer.skip, arithmetic);
  if (second) {
    gradients[1] = times(delta, inner!, arithmetic);
    if (weights.biases) biases[1] = rowSums(delta, arithmetic);
    const turned = transposed(second, arithmetic);
    const entering = product(turned, delta);
    free(turned);
    free(delta);
    delta = entering;
  }
  byElement(view(delta), view(slopes), arithmetic.round);
  watch.see('backward', number, 'delta', view(delta));
  gradients[0] = times(delta, h, arithmetic);
  if (weights.biases) biases[0] = rowSums(delta, arithmetic);
  for (const gradient of gradients)
    watch.see('backward', number, 'weight-gradient', view(gradient));
  const turned = transposed(first, arithmetic);
  const below = product(turned, delta);
  free(turned);
  free(delta);
  if (layer.skip !== null) {
    addTo(view(below), view(g), arithmetic.round);
    free(g);
  }
  watch.see('backward', number - 1, 'gradient', view(below));
  return { below, weights: gradients, biases };
}

function scaled(g: Cells, alpha: number, { make, view, round }: Arithmetic): Cells {
  const out = make(g.shape[0], g.shape[1]);
  const [from, to] = [view(g), view(out)];
  for (let i = 0; i < to.length; i++) to[i] = round(alpha * from[i]);
  return out;
}

/** a·bᵀ, a new matrix: the sum over the examples. */
function times(a: Cells, b: Cells, arithmetic: Arithmetic): Cells {
  const turned = transposed(b, arithmetic);
  const out = arithmetic.product(a, turned);
  arithmetic.free(turned);
  return out;
}

/** The transpose, a new matrix. */
function transposed(cells: Cells, { make, view }: Arithmetic): Cells {
  const [rows, columns] = cells.shape;
  const out = make(columns, rows);
  // The loop only moves numbers: what it is declared for does not matter.
  transpose(view(cells) as Float32Array, rows, columns, view(out) as Float32Array);
  return out;
}

function rowSums(cells: Cells, { view, numbers, round, precision }: Arithmetic): Numbers {
  const [rows, count] = cells.shape;
  const from = view(cells);
  const out = numbers(rows);
  for (let row = 0; row < rows; row++) {
    const end = (row + 1) * count;
    let sum = 0;
    if (precision === 'float64') for (let i = row * count; i < end; i++) sum += from[i];
    else for (let i = row * count; i < end; i++) sum = Math.fround(sum + from[i]);
    out[row] = round(sum);
  }
  return out;
}

function byElement(a: Numbers, b: Numbers, round: (x: number) => number): void {
  for (let i = 0; i < a.length; i++) a[i] = round(a[i] * b[i]);
}

function addTo(a: Numbers, b: Numbers, round: (x: number) => number): void {
  for (let i = 0; i < a.length; i++) a[i] = round(a[i] + b[i]);
}
