import { meanSquare } from '../tools/measure.ts';
import { addProduct, addTransposedProduct, type RecurrentWeights } from './cells.ts';

/** The states h_0 … h_T of h_t = tanh(W h_(t−1) + U x_t), from h_0 = `start`. */
export function plainStates(
  { plain, inputs }: RecurrentWeights,
  start: Float64Array,
): Float64Array[] {
  const units = start.length;
  const states = [start];
  for (let t = 1; t <= inputs.length / units; t++) {
    const z = new Float64Array(units);
    addProduct(plain.recurrent, states[t - 1], z);
    addProduct(plain.input, inputs.subarray((t - 1) * units, t * units), z);
    states.push(z.map(Math.tanh));
  }
  return states;
}

/**
 * Backpropagation through time (Werbos 1990) from the derivative `top` by the last state, h_0 = 0:
 *   g_(t−1) = Wᵀ (g_t · (1 − h_t²))
 * Returns the mean square of the derivative by h_(T−k) for k = 0 … T, `[steps + 1]`;
 * `gradient` is the derivative by h_0.
 */
export function plainGradients(weights: RecurrentWeights): {
  squares: Float64Array;
  gradient: Float64Array;
} {
  const { plain, top } = weights;
  const states = plainStates(weights, new Float64Array(top.length));
  const last = states.length - 1;
  const squares = new Float64Array(last + 1);
  let g = top;
  squares[0] = meanSquare(g);
  for (let t = last; t > 0; t--) {
    const delta = g.map((x, i) => x * (1 - states[t][i] ** 2));
    g = new Float64Array(top.length);
    addTransposedProduct(plain.recurrent, delta, g);
    squares[last - t + 1] = meanSquare(g);
  }
  return { squares, gradient: g };
}
