import { activations } from '../../network/activations.ts';
import { meanSquare } from '../tools/measure.ts';
import {
  addProduct,
  addTransposedProduct,
  gateNames,
  type Gate,
  type RecurrentWeights,
} from './cells.ts';

/** What one step of the cell computed, `[units]` each. */
type Step = Record<Gate, Float64Array> & { cell: Float64Array; hidden: Float64Array };

const { value: sigmoid } = activations.sigmoid;

/**
 * An LSTM (Hochreiter and Schmidhuber 1997, with the forget gate of Gers, Schmidhuber and Cummins 2000):
 *   i, f, o = σ(W h_(t−1) + U x_t + b),  u = tanh(…),  c_t = f c_(t−1) + i u,  h_t = o tanh(c_t)
 * All biases are 0 but that of f. `start` is c_0; h_0 = 0.
 */
function forward(
  { gates, inputs, top }: RecurrentWeights,
  forgetBias: number,
  start: Float64Array,
): Step[] {
  const units = top.length;
  const nothing = new Float64Array(units);
  const steps: Step[] = [
    {
      input: nothing,
      forget: nothing,
      output: nothing,
      candidate: nothing,
      cell: start,
      hidden: nothing,
    },
  ];
  for (let t = 1; t <= inputs.length / units; t++) {
    const before = steps[t - 1];
    const x = inputs.subarray((t - 1) * units, t * units);
    const gate = (name: Gate) => {
      const z = new Float64Array(units).fill(name === 'forget' ? forgetBias : 0);
      addProduct(gates[name].recurrent, before.hidden, z);
      addProduct(gates[name].input, x, z);
      return z.map(name === 'candidate' ? Math.tanh : sigmoid);
    };
    const [input, forget, output, candidate] = gateNames.map(gate);
    const cell = before.cell.map((c, i) => forget[i] * c + input[i] * candidate[i]);
    const hidden = cell.map((c, i) => output[i] * Math.tanh(c));
    steps.push({ input, forget, output, candidate, cell, hidden });
  }
  return steps;
}

/** The last cell state from `start`: what the derivative is one of. */
export function lastCell(
  weights: RecurrentWeights,
  forgetBias: number,
  start: Float64Array,
): Float64Array {
  return forward(weights, forgetBias, start).at(-1)!.cell;
}

/**
 * From the derivative `top` by the last cell state, the mean square of the derivative by c_(T−k),
 * k = 0 … T, `[steps + 1]`: in all, and along the additive path alone, where c_(t−1) reaches c_t only
 * through f c_(t−1), that is ∏ f. `gradient` is the derivative by c_0.
 */
export function lstmGradients(
  weights: RecurrentWeights,
  forgetBias: number,
): { squares: Float64Array; path: Float64Array; gradient: Float64Array } {
  const { gates, top } = weights;
  const steps = forward(weights, forgetBias, new Float64Array(top.length));
  const last = steps.length - 1;
  const squares = new Float64Array(last + 1);
  const path = new Float64Array(last + 1);
  let byCell = top;
  let additive = top;
  let byHidden = new Float64Array(top.length);
  for (let t = last; ; t--) {
    const { input, forget, output, candidate, cell } = steps[t];
    const tanh = cell.map(Math.tanh);
    byCell = byCell.map((g, i) => g + byHidden[i] * output[i] * (1 - tanh[i] ** 2));
    squares[last - t] = meanSquare(byCell);
    path[last - t] = meanSquare(additive);
    if (t === 0) return { squares, path, gradient: byCell };
    const before = steps[t - 1].cell;
    const deltas: Record<Gate, Float64Array> = {
      input: byCell.map((g, i) => g * candidate[i] * input[i] * (1 - input[i])),
      forget: byCell.map((g, i) => g * before[i] * forget[i] * (1 - forget[i])),
      output: byHidden.map((g, i) => g * tanh[i] * output[i] * (1 - output[i])),
      candidate: byCell.map((g, i) => g * input[i] * (1 - candidate[i] ** 2)),
    };
    byHidden = new Float64Array(top.length);
    for (const name of gateNames)
      addTransposedProduct(gates[name].recurrent, deltas[name], byHidden);
    byCell = byCell.map((g, i) => g * forget[i]);
    additive = additive.map((g, i) => g * forget[i]);
  }
}
