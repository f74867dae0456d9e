import { formats } from '#lib/experiment/stability/precision.ts';
import { precisionNames, type PrecisionName } from '#lib/experiment/stability/stack.ts';
import type { ProductsSpec } from '#lib/experiment/stability/small-probes.ts';
import type { Question } from '../../asking.ts';
import type { Memory } from '../../network/host/memory.ts';
import { roundTo } from '../tools/round.ts';

/** The product of one precision, factor by factor. */
export interface ProductRun {
  /** The factor as this precision holds it. */
  factor: number;
  /** The product of the first k factors, `[count + 1]`, from 1 on. */
  products: Float64Array<ArrayBuffer>;
  /** The first k at which it is infinite, below the normal numbers, or 0; null where it never is. */
  overflow: number | null;
  subnormal: number | null;
  zero: number | null;
}

export interface ProductsAnswer {
  /** log₁₀|factorᵏ| as it should be, `[count + 1]`. */
  exact: Float64Array<ArrayBuffer>;
  runs: Record<PrecisionName, ProductRun>;
}

/** A factor multiplied by itself in each precision: each partial product is rounded. */
export const products: Question<Memory, ProductsSpec, ProductsAnswer> = (
  _memory,
  { factor, count },
) => ({
  exact: Float64Array.from({ length: count + 1 }, (_, k) =>
    k === 0 ? 0 : k * Math.log10(Math.abs(factor)),
  ),
  runs: Object.fromEntries(
    precisionNames.map((precision) => [precision, runOf(precision, factor, count)]),
  ) as ProductsAnswer['runs'],
});

function runOf(precision: PrecisionName, exactFactor: number, count: number): ProductRun {
  const round = roundTo[precision];
  const { smallestNormal } = formats[precision];
  const factor = round(exactFactor);
  const partial = new Float64Array(count + 1);
  partial[0] = 1;
  for (let k = 1; k <= count; k++) partial[k] = round(partial[k - 1] * factor);
  const first = (is: (x: number) => boolean) => {
    const k = partial.findIndex(is);
    return k < 0 ? null : k;
  };
  return {
    factor,
    products: partial,
    overflow: first((x) => Math.abs(x) === Infinity),
    subnormal: first((x) => x !== 0 && Math.abs(x) < smallestNormal),
    zero: first((x) => x === 0),
  };
}
