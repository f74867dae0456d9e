import { canDrop, type ExactProblem } from '#lib/experiment/exact-sums.ts';
import { biasesOf, layoutOf, weightsOf } from '../../network/layout.ts';
import { keptScale } from '../../network/masks.ts';
import { subsetsOf } from './subsets.ts';
import { walkFar, walkMany, walkTwo, type Logits, type Sums } from './walks.ts';

/**
 * Sums over the masks of the last layer for one example: adds Σ P(S)·probability and
 * Σ P(S)·log-probability over the walked subsets S of the last layer's units, times `weight`, to the
 * classes of `arithmetic` and `logarithmic` from `at` on, given the layer's activations `h` `[units]` and,
 * in `high`, the bits of its units that are not walked.
 */
export type Top = (
  h: Float64Array,
  high: number,
  weight: number,
  arithmetic: Float64Array,
  logarithmic: Float64Array,
  at: number,
) => void;

/**
 * Above this, products of four exponentials and a running product could leave float64's range
 * (4 · 80 + 345 < 709); logarithms are taken instead.
 */
const safeExponent = 80;

/**
 * The logits relative to class 0 of a subset are those of the subset without its highest unit plus that
 * unit's column; so their exponentials r are products, and no exponential is taken in the walk:
 * p₀ = 1/(1 + Σr), p_c = r_c/(1 + Σr). All subsets of one size have one probability, so that sums of p
 * and products of 1 + Σr (whose logarithm is Σ log) are kept by size.
 */
export function topOf(problem: ExactProblem, walked: number): Top {
  const { sizes } = problem;
  const last = sizes.length - 2;
  const units = sizes[last];
  const relative = sizes[last + 1] - 1;
  const p = problem.p[last];
  const layout = layoutOf(sizes, 1);
  const weights = Float64Array.from(weightsOf(problem.parameters, layout, 0, last));
  const biases = Float64Array.from(biasesOf(problem.parameters, layout, 0, last));
  const random = canDrop(p);
  const scale = p === 0 ? 1 : keptScale(p);

  const subsets = subsetsOf(walked, p);
  const { probability } = subsets;
  const groups = probability.length;
  const width = Math.max(1, relative);
  const logits: Logits = {
    relative,
    walked,
    base: new Float64Array(relative),
    columns: new Float64Array(walked * relative),
  };
  const { base, columns } = logits;
  const sums: Sums = {
    probabilities: new Float64Array(groups * width),
    logs: new Float64Array(groups),
    ratios: new Float64Array(2 ** walked * width),
  };
  /** The mean of each logit over the subsets, `[relative]`. */
  const mean = new Float64Array(relative);

  /** What unit `j` adds to the relative logit of class `c`. */
  const adds = (j: number, c: number, h: Float64Array) =>
    (weights[(c + 1) * units + j] - weights[j]) * h[j] * scale;

  /** Prepares logits and means; returns a bound of the size of any logit. */
  function prepare(h: Float64Array, high: number): number {
    let bound = 0;
    for (let c = 0; c < relative; c++) {
      let z = biases[c + 1] - biases[0];
      for (let j = random ? walked : 0; j < units; j++) {
        if (!random || (high >>> (j - walked)) & 1) z += adds(j, c, h);
      }
      base[c] = z;
      mean[c] = z;
      let size = Math.abs(z);
      for (let j = 0; j < walked; j++) {
        const column = adds(j, c, h);
        columns[j * relative + c] = column;
        mean[c] += (1 - p) * column;
        size += Math.abs(column);
      }
      bound = Math.max(bound, size);
    }
    return bound;
  }

  return (h, high, weight, arithmetic, logarithmic, at) => {
    sums.probabilities.fill(0);
    sums.logs.fill(0);
    const far = prepare(h, high) > safeExponent;
    const walk = far ? walkFar : relative === 1 ? walkTwo : walkMany;
    walk(logits, subsets, sums);

    let logTotal = 0;
    for (let g = 0; g < groups; g++) logTotal += probability[g] * sums.logs[g];
    let others = 0;
    for (let c = 0; c < relative; c++) {
      let share = 0;
      for (let g = 0; g < groups; g++)
        share += probability[g] * sums.probabilities[g * relative + c];
      others += share;
      arithmetic[at + c + 1] += weight * share;
      logarithmic[at + c + 1] += weight * (mean[c] - logTotal);
    }
    arithmetic[at] += weight * (1 - others);
    logarithmic[at] -= weight * logTotal;
  };
}
