import type { ExactProblem } from '../../../src/lib/experiment/exact-sums.ts';
import { biasesOf, layoutOf, weightsOf } from '../../network/layout.ts';
import { keptScale } from '../../network/masks.ts';
import { canDrop } from './plan.ts';

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

  /** The subsets by their size: those of k units are `bySize[begin[k]]` … `bySize[begin[k + 1] − 1]`. */
  const bySize = Uint16Array.from({ length: subsets }, (_, s) => s).sort(
    (a, b) => bits(a) - bits(b),
  );
  const begin = Array.from({ length: walked + 2 }, (_, k) =>
    bySize.reduce((count, s) => (bits(s) < k ? count + 1 : count), 0),
  );
  /** The probability of one subset of each size. */
  const probability = Float64Array.from(
    { length: walked + 1 },
    (_, k) => p ** (walked - k) * (1 - p) ** k,
  );
  const perSize = (walked + 1) * Math.max(1, relative);
  const ratios = new Float64Array(subsets * Math.max(1, relative));
  const sums = new Float64Array(perSize);
  const logs = new Float64Array(walked + 1);
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
    for (let k = 0; k <= walked; k++) {
      let sum = 0;
      let log = 0;
      let product = 1;
      let i = begin[k];
      // Four fractions over one denominator: a quarter of the divisions, and the product is needed anyway.
      for (; i + 4 <= begin[k + 1]; i += 4) {
        const a = ratios[bySize[i]];
        const b = ratios[bySize[i + 1]];
        const c = ratios[bySize[i + 2]];
        const d = ratios[bySize[i + 3]];
        const ab = (1 + a) * (1 + b);
        const cd = (1 + c) * (1 + d);
        const total = ab * cd;
        sum += ((a * (1 + b) + b * (1 + a)) * cd + (c * (1 + d) + d * (1 + c)) * ab) / total;
        product *= total;
        if (product > largestProduct) {
          log += Math.log(product);
          product = 1;
        }
      }
      for (; i < begin[k + 1]; i++) {
        const ratio = ratios[bySize[i]];
        const total = 1 + ratio;
        sum += ratio / total;
        product *= total;
        if (product > largestProduct) {
          log += Math.log(product);
          product = 1;
        }
      }
      sums[k] = sum;
      logs[k] = log + Math.log(product);
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
    for (let k = 0; k <= walked; k++) {
      let log = 0;
      let product = 1;
      for (let i = begin[k]; i < begin[k + 1]; i++) {
        const start = bySize[i] * relative;
        let total = 1;
        for (let c = 0; c < relative; c++) total += ratios[start + c];
        const inverse = 1 / total;
        for (let c = 0; c < relative; c++) sums[k * relative + c] += ratios[start + c] * inverse;
        product *= total;
        if (product > largestProduct) {
          log += Math.log(product);
          product = 1;
        }
      }
      logs[k] = log + Math.log(product);
    }
  }

  /** The same with logarithms throughout, for logits whose exponentials may overflow. */
  function walkFar(): void {
    for (let s = 0; s < subsets; s++) {
      const k = bits(s);
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
        sums[k * relative + c] += Math.exp(ratios[c] - largest) / total;
      }
      logs[k] += largest + Math.log(total);
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
    for (let k = 0; k <= walked; k++) {
      logTotal += probability[k] * logs[k];
    }
    let others = 0;
    for (let c = 0; c < relative; c++) {
      let share = 0;
      for (let k = 0; k <= walked; k++) share += probability[k] * sums[k * relative + c];
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
