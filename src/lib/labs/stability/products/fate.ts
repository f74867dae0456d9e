import type { LevelKind } from '#lib/experiment/stability/drawn-names.ts';
import type { PrecisionName } from '#lib/experiment/stability/stack.ts';
import { formats } from '#lib/experiment/stability/precision.ts';
import type { ProductRun, ProductsAnswer } from '#workers/stability/products/products.ts';

/** How the product of one precision ends. */
export interface Fate {
  kind: 'infinite' | 'zero' | 'stuck' | 'held';
  /** Factors after which that is so; of `held`, all. */
  at: number;
}

/**
 * What becomes of a product: lost to infinity or to 0, or stuck, where it stays as it is although it is
 * multiplied by another number than 1 and −1.
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

/** log₁₀ of the size of each partial product; NaN where it is lost. */
export function logsOf({ products }: ProductRun): Float64Array {
  return products.map((x) => {
    const log = Math.log10(Math.abs(x));
    return Number.isFinite(log) ? log : Number.NaN;
  });
}

/** By how much of the true product the rounded one misses it; NaN where it is lost. */
export function missOf(product: number, exactLog: number): number {
  const log = Math.log10(Math.abs(product));
  return Number.isFinite(log) ? Math.abs(Math.expm1((log - exactLog) * Math.LN10)) : Number.NaN;
}

/** log₁₀ from the smallest to the largest that is drawn: everything that is finite, and 1. */
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

/** A border of a format. */
export interface Level {
  precision: PrecisionName;
  kind: LevelKind;
  log: number;
}

/** The borders of the formats that lie on an axis of log₁₀. */
export function levelsWithin([low, high]: readonly [number, number]): Level[] {
  return (Object.keys(formats) as PrecisionName[]).flatMap((precision) =>
    (['largest', 'smallestNormal', 'smallestSubnormal'] as const)
      .map((kind) => ({ precision, kind, log: Math.log10(formats[precision][kind]) }))
      .filter(({ log }) => log > low && log < high),
  );
}
