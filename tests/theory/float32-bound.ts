import { activations } from '#workers/network/activations.ts';
import { keptScale } from '#workers/network/masks.ts';
import type { NetworkOnExamples } from '#workers/theory/tools/members.ts';
import { layersOf } from '#workers/reference/member.ts';

/** Half a unit in the last place of a float32, relative to it: what one rounding may cost. */
const u = 2 ** -24;

/**
 * How much worse than correctly rounded a device's functions may be, in units of `u`; sums and products
 * are rounded correctly everywhere. `exp` is relative to the result, as a function of its argument;
 * `log` is absolute, as a function of the result.
 */
export interface Functions {
  exp(x: number): number;
  log(y: number): number;
  activation: number;
}

/** Loops in JavaScript compute in float64 and round once. */
export const hostFunctions: Functions = { exp: () => 1, log: (y) => Math.abs(y), activation: 1 };

/**
 * What Vulkan allows, which WebGL stands on (Vulkan 1.3, "Precision and Operation of SPIR-V
 * Instructions"): exp 3 + 2|x| ULP; log 3 ULP, and 2⁻²¹ within [.5, 2]. One ULP is at most 2u.
 * ReLU is exact.
 */
export const webglFunctions: Functions = {
  exp: (x) => 2 * (3 + 2 * Math.abs(x)),
  log: (y) => Math.max(6 * Math.abs(y), 2 ** -21 / u),
  activation: 0,
};

/**
 * A bound, to first order in u, on how far a float32 network's log-probabilities of one example may be
 * from exact ones, whatever the order of its sums (Higham, Accuracy and Stability of Numerical
 * Algorithms, §3.1): a sum of n products and a bias passes through at most n + 1 roundings, each of at
 * most u times the sum of the terms' sizes. `kept[layer][unit]` is 1 or 0; null for dropout off.
 */
export function logProbabilityBound(
  { sizes, activation, parameters, p, rows }: NetworkOnExamples,
  row: number,
  kept: readonly ArrayLike<number>[] | null,
  functions: Functions,
): number {
  const { value } = activations[activation];
  const layers = layersOf(sizes);
  let h = Array.from({ length: sizes[0] }, (_, i) => rows[row * sizes[0] + i]);
  let error = h.map(() => 0);
  layers.forEach(({ inputs, outputs, weights, biases }, l) => {
    const factor = (i: number) => (kept && p[l] > 0 ? kept[l][i] * keptScale(p[l]) : 1);
    // 1/(1 − p) is rounded, and its product with the activation is.
    error = error.map((e, i) => factor(i) * e + (kept ? 2 * u * factor(i) * Math.abs(h[i]) : 0));
    h = h.map((x, i) => factor(i) * x);
    const z: number[] = [];
    const ez: number[] = [];
    for (let o = 0; o < outputs; o++) {
      const bias = parameters[biases + o];
      let sum = bias;
      let size = Math.abs(bias);
      let carried = 0;
      for (let i = 0; i < inputs; i++) {
        const w = parameters[weights + o * inputs + i];
        sum += w * h[i];
        size += Math.abs(w * h[i]);
        carried += Math.abs(w) * error[i];
      }
      z.push(sum);
      ez.push(carried + (inputs + 1) * u * size);
    }
    const hidden = l < layers.length - 1;
    h = hidden ? z.map(value) : z;
    // No activation here is steeper than 1.
    error = hidden ? ez.map((e, o) => e + functions.activation * u * Math.abs(h[o])) : ez;
  });

  const largest = Math.max(...h);
  const shifted = h.map((z) => z - largest);
  const log = Math.log(shifted.reduce((sum, x) => sum + Math.exp(x), 0));
  // Relative to the sum: each argument rounded, each exponential, and h.length additions.
  const relative = Math.max(...shifted.map((x) => Math.abs(x) + functions.exp(x))) + h.length;
  // Largest logit and logarithm may be added first; then they are taken off, or the other way round.
  const rest = functions.log(log) + Math.abs(largest) + log;
  const taken = Math.max(...shifted.map((x) => Math.abs(x) + Math.abs(x - log)));
  // An error of the logits moves a log-probability by at most twice itself. 1%: the second order.
  return 1.01 * (2 * Math.max(...error) + u * (relative + rest + taken));
}
