import type { ExactProblem } from '#lib/experiment/exact-sums.ts';
import { biasesOf, layoutOf, weightsOf } from '../../network/layout.ts';
import { keptScale } from '../../network/masks.ts';
import { canDrop } from '#lib/experiment/exact-sums.ts';

/** Sums over the masks of the last layer for one example; each array `[classes]`. */
export interface Top {
  /**
   * Adds Σ P(S)·probability and Σ P(S)·log-probability over the walked subsets S of the last layer's
   * units, times `weight`, given its activations `h` and the bits of its units that are not walked.
   */
  sum(
    h: Float64Array,
    high: number,
    weight: number,
    arithmetic: Float64Array,
    logarithmic: Float64Array,
    at: number,
  ): void;
}

/**
 * Above this, products of four exponentials and a running product could leave float64's range
 * (4 · 80 + 345 < 709); logarithms are taken instead.
 */
const safeExponent = 80;
/** A running product is turned into a logarithm before it can overflow. */
const largestProduct = 1e150;

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
  const classes = sizes[last + 1];
  const relative = classes - 1;
  const p = problem.p[last];
  const layout = layoutOf(sizes, 1);
  const weights = Float64Array.from(weightsOf(problem.parameters, layout, 0, last));
  const biases = Float64Array.from(biasesOf(problem.parameters, layout, 0, last));
  const random = canDrop(p);
  const scale = p === 0 ? 1 : keptScale(p);
  const subsets = 2 ** walked;

  /**
   * Subsets of one probability stand together: those of one size, or all of them at p = ½. Group g is
   * `order[begin[g]]` … `order[begin[g + 1] − 1]`.
   */
  const grouped = p !== 0.5;
  const order = Uint16Array.from({ length: subsets }, (_, s) => s);
  if (grouped) order.sort((a, b) => bits(a) - bits(b));
  const groups = grouped ? walked + 1 : 1;
  const begin = Array.from({ length: groups + 1 }, (_, g) =>
    order.reduce((count, s) => (g === groups || (grouped && bits(s) < g) ? count + 1 : count), 0),
  );
  /** The probability of one subset of each group. */
  const probability = Float64Array.from(
    { length: groups },
    (_, g) => p ** (walked - g) * (1 - p) ** g,
  );
  const perGroup = groups * Math.max(1, relative);
  const ratios = new Float64Array(subsets * Math.max(1, relative));
  const sums = new Float64Array(perGroup);
  const logs = new Float64Array(groups);
  /** Logits relative to class 0 under the masks that are not walked, and each unit's column. */
  const base = new Float64Array(relative);
  const mean = new Float64Array(relative);
  const columns = new Float64Array(walked * relative);

  /** What unit `j` adds to the relative logit of class `c`. */
  const adds = (j: number, c: number, h: Float64Array) =>
    (weights[(c + 1) * units + j] - weights[j]) * h[j] * scale;

  /** Prepares base and columns; returns a bound of the size of any logit. */
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

  /** Two classes: one ratio a subset. */
  function walkTwo(): void {
    ratios[0] = Math.exp(base[0]);
    for (let j = 0; j < walked; j++) {
      const factor = Math.exp(columns[j]);
      const half = 1 << j;
      for (let s = 0; s < half; s++) ratios[half + s] = ratios[s] * factor;
    }
    for (let g = 0; g < groups; g++) {
      let sum = 0;
      let log = 0;
      let product = 1;
      let i = begin[g];
      // Four fractions over one denominator: a quarter of the divisions, and the product is needed anyway.
      // Summed is the probability of class 0, 1/(1 + r), which takes fewer products.
      for (; i + 4 <= begin[g + 1]; i += 4) {
        const a = 1 + ratios[order[i]];
        const b = 1 + ratios[order[i + 1]];
        const c = 1 + ratios[order[i + 2]];
        const d = 1 + ratios[order[i + 3]];
        const ab = a * b;
        const cd = c * d;
        const total = ab * cd;
        sum += ((a + b) * cd + (c + d) * ab) / total;
        product *= total;
        if (product > largestProduct) {
          log += Math.log(product);
          product = 1;
        }
      }
      for (; i < begin[g + 1]; i++) {
        const total = 1 + ratios[order[i]];
        sum += 1 / total;
        product *= total;
        if (product > largestProduct) {
          log += Math.log(product);
          product = 1;
        }
      }
      sums[g] = begin[g + 1] - begin[g] - sum;
      logs[g] = log + Math.log(product);
    }
  }

  function walkMany(): void {
    for (let c = 0; c < relative; c++) ratios[c] = Math.exp(base[c]);
    for (let j = 0; j < walked; j++) {
      const half = (1 << j) * relative;
      for (let c = 0; c < relative; c++) {
        const factor = Math.exp(columns[j * relative + c]);
        for (let s = c; s < half; s += relative) ratios[half + s] = ratios[s] * factor;
      }
    }
    for (let g = 0; g < groups; g++) {
      let log = 0;
      let product = 1;
      for (let i = begin[g]; i < begin[g + 1]; i++) {
        const start = order[i] * relative;
        let total = 1;
        for (let c = 0; c < relative; c++) total += ratios[start + c];
        const inverse = 1 / total;
        for (let c = 0; c < relative; c++) sums[g * relative + c] += ratios[start + c] * inverse;
        product *= total;
        if (product > largestProduct) {
          log += Math.log(product);
          product = 1;
        }
      }
      logs[g] = log + Math.log(product);
    }
  }

  /** The same with logarithms throughout, for logits whose exponentials may overflow. */
  function walkFar(): void {
    for (let s = 0; s < subsets; s++) {
      const g = grouped ? bits(s) : 0;
      let largest = 0;
      for (let c = 0; c < relative; c++) {
        let z = base[c];
        for (let j = 0; j < walked; j++) if ((s >>> j) & 1) z += columns[j * relative + c];
        ratios[c] = z;
        largest = Math.max(largest, z);
      }
      let total = Math.exp(-largest);
      for (let c = 0; c < relative; c++) total += Math.exp(ratios[c] - largest);
      for (let c = 0; c < relative; c++) {
        sums[g * relative + c] += Math.exp(ratios[c] - largest) / total;
      }
      logs[g] += largest + Math.log(total);
    }
  }

  function sum(
    h: Float64Array,
    high: number,
    weight: number,
    arithmetic: Float64Array,
    logarithmic: Float64Array,
    at: number,
  ): void {
    sums.fill(0);
    logs.fill(0);
    if (prepare(h, high) > safeExponent) walkFar();
    else if (relative === 1) walkTwo();
    else walkMany();

    let logTotal = 0;
    for (let g = 0; g < groups; g++) {
      logTotal += probability[g] * logs[g];
    }
    let others = 0;
    for (let c = 0; c < relative; c++) {
      let share = 0;
      for (let g = 0; g < groups; g++) share += probability[g] * sums[g * relative + c];
      others += share;
      arithmetic[at + c + 1] += weight * share;
      logarithmic[at + c + 1] += weight * (mean[c] - logTotal);
    }
    arithmetic[at] += weight * (1 - others);
    logarithmic[at] -= weight * logTotal;
  }

  return { sum };
}

/** Bits set in a whole number. */
export function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
