import type { Subsets } from './subsets.ts';

/**
 * The logits of one example under all subsets of the walked units, relative to class 0: those of the
 * empty subset, and what each unit adds to them.
 */
export interface Logits {
  /** Classes but the first. */
  relative: number;
  walked: number;
  /** `[relative]`. */
  base: Float64Array;
  /** `[walked, relative]`. */
  columns: Float64Array;
}

/** Sums over the subsets of each group, and room to compute them in. */
export interface Sums {
  /** Σ of the probabilities of all classes but the first, `[groups, relative]`. */
  probabilities: Float64Array;
  /** Σ ln(1 + Σr), `[groups]`: minus the sum of the log-probabilities of class 0. */
  logs: Float64Array;
  /** The ratios r of the probabilities to that of class 0, `[subsets, relative]`. */
  ratios: Float64Array;
}

/** A running product is turned into a logarithm before it can overflow. */
const largestProduct = 1e150;

/**
 * Two classes: one ratio a subset. Writes all sums.
 *
 * Four fractions are added over one denominator, which takes a quarter of the divisions, and whose product
 * the logarithm needs anyway. What is added up is the probability of class 0, 1/(1 + r), since its
 * numerators take fewer products than r/(1 + r); that of class 1 is the rest.
 */
export function walkTwo(
  { walked, base, columns }: Logits,
  { order, begin }: Subsets,
  { probabilities, logs, ratios }: Sums,
): void {
  ratios[0] = Math.exp(base[0]);
  for (let j = 0; j < walked; j++) {
    const factor = Math.exp(columns[j]);
    const half = 1 << j;
    for (let s = 0; s < half; s++) ratios[half + s] = ratios[s] * factor;
  }
  for (let g = 0; g < logs.length; g++) {
    let sum = 0;
    let log = 0;
    let product = 1;
    let i = begin[g];
    const end = begin[g + 1];
    for (; i + 4 <= end; i += 4) {
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
    for (; i < end; i++) {
      const total = 1 + ratios[order[i]];
      sum += 1 / total;
      product *= total;
      if (product > largestProduct) {
        log += Math.log(product);
        product = 1;
      }
    }
    probabilities[g] = end - begin[g] - sum;
    logs[g] = log + Math.log(product);
  }
}

/** Any number of classes. Adds to the probabilities, which must be 0, and writes the logarithms. */
export function walkMany(
  { relative, walked, base, columns }: Logits,
  { order, begin }: Subsets,
  { probabilities, logs, ratios }: Sums,
): void {
  for (let c = 0; c < relative; c++) ratios[c] = Math.exp(base[c]);
  for (let j = 0; j < walked; j++) {
    const half = (1 << j) * relative;
    for (let c = 0; c < relative; c++) {
      const factor = Math.exp(columns[j * relative + c]);
      for (let s = c; s < half; s += relative) ratios[half + s] = ratios[s] * factor;
    }
  }
  for (let g = 0; g < logs.length; g++) {
    let log = 0;
    let product = 1;
    const end = begin[g + 1];
    for (let i = begin[g]; i < end; i++) {
      const start = order[i] * relative;
      let total = 1;
      for (let c = 0; c < relative; c++) total += ratios[start + c];
      const inverse = 1 / total;
      for (let c = 0; c < relative; c++)
        probabilities[g * relative + c] += ratios[start + c] * inverse;
      product *= total;
      if (product > largestProduct) {
        log += Math.log(product);
        product = 1;
      }
    }
    logs[g] = log + Math.log(product);
  }
}

/** The same with logarithms throughout, for logits whose exponentials may overflow. All sums must be 0. */
export function walkFar(
  { relative, walked, base, columns }: Logits,
  { groupOf }: Subsets,
  { probabilities, logs, ratios }: Sums,
): void {
  for (let s = 0; s < 2 ** walked; s++) {
    const g = groupOf(s);
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
      probabilities[g * relative + c] += Math.exp(ratios[c] - largest) / total;
    }
    logs[g] += largest + Math.log(total);
  }
}
