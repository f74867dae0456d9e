import type { LevelKind } from '#lib/experiment/stability/drawn-names.ts';
import type { PrecisionName } from '#lib/experiment/stability/stack.ts';
import { formats } from '#lib/experiment/stability/precision.ts';
import type { ProductRun, ProductsAnswer } from '#workers/stability/products/products.ts';

/** How the product of one precision ends. */
export interface Fate {
  kind: 'infinite' | 'zero' | 'stuck' | 'held';
  /**
   * Number of factors after which the product is lost or stuck; for `held`, that of all factors.
   */
  at: number;
}

/**
 * The fate of a product: lost to infinity or to 0; stuck at one size although the exact factor is
 * neither 1 nor −1; or held to the end.
 */
export function fateOf(run: ProductRun, exactFactor: number): Fate {
  const count = run.products.length - 1;
  if (run.overflow !== null) return { kind: 'infinite', at: run.overflow };
  if (run.zero !== null) return { kind: 'zero', at: run.zero };
  const last = Math.abs(run.products[count]);
  const since = run.products.findIndex((x) => Math.abs(x) === last);
  if (since < count && Math.abs(exactFactor) !== 1) return { kind: 'stuck', at: since };
  return { kind: 'held', at: count };
}

/** log₁₀ of the size of each partial product; NaN where it is 0 or not finite. */
export function logsOf({ products }: ProductRun): Float64Array {
  return products.map((x) => {
    const log = Math.log10(Math.abs(x));
    return Number.isFinite(log) ? log : Number.NaN;
  });
}

/** Relative error of the rounded product; NaN if it is 0 or not finite. */
export function missOf(product: number, exactLog: number): number {
  const log = Math.log10(Math.abs(product));
  return Number.isFinite(log) ? Math.abs(Math.expm1((log - exactLog) * Math.LN10)) : Number.NaN;
}

/** Range of the axis in log₁₀: all finite products, the number 1, and some room. */
export function logDomain({ exact, runs }: ProductsAnswer): [number, number] {
  let [low, high] = [0, 0];
  for (const logs of [exact, ...Object.values(runs).map(logsOf)]) {
    for (const log of logs) {
      if (!Number.isFinite(log)) continue;
      low = Math.min(low, log);
      high = Math.max(high, log);
    }
  }
  const pad = Math.max(0.05, 0.06 * (high - low));
  return [low === 0 ? -pad / 2 : low - pad, high === 0 ? pad / 2 : high + pad];
}

/** A limit of a format, as a level of the chart. */
export interface Level {
  precision: PrecisionName;
  kind: LevelKind;
  log: number;
}

/** The formats' limits that lie within an axis of log₁₀. */
export function levelsWithin([low, high]: readonly [number, number]): Level[] {
  return (Object.keys(formats) as PrecisionName[]).flatMap((precision) =>
    (['largest', 'smallestNormal', 'smallestSubnormal'] as const)
      .map((kind) => ({ precision, kind, log: Math.log10(formats[precision][kind]) }))
      .filter(({ log }) => log > low && log < high),
  );
}
