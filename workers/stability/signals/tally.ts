import { signalQuantities, type SignalQuantity } from '#lib/experiment/stability/signals.ts';
import { quantilesOf } from '../tools/quantiles.ts';

/** Each quantity of one network, `[layers + 1]`, the input's first. */
export type NetworkSignals = Record<SignalQuantity, Float64Array>;

/** One quantity over the random networks, `[layers + 1]` each. */
export interface QuantitySummary {
  /** The values of the first network. */
  first: Float64Array<ArrayBuffer>;
  /** The arithmetic mean over the networks. */
  mean: Float64Array<ArrayBuffer>;
  /** Mean and variance over the networks of the natural logarithm; −Infinity and NaN where one is 0. */
  logMean: Float64Array<ArrayBuffer>;
  logVariance: Float64Array<ArrayBuffer>;
  /** Quantiles over the networks, `[quantileLevels, layers + 1]`. */
  quantiles: Float64Array<ArrayBuffer>;
}

/** Collects the signals of one network after the other. */
export interface Tally {
  add(signals: NetworkSignals): void;
  count(): number;
  summary(): Record<SignalQuantity, QuantitySummary>;
}

export function tallyOf(networks: number, columns: number): Tally {
  const rows = new Map(
    signalQuantities.map((name) => [name, new Float64Array(networks * columns)]),
  );
  let count = 0;
  return {
    add(signals) {
      for (const [name, all] of rows) all.set(signals[name], count * columns);
      count++;
    },
    count: () => count,
    summary: () =>
      Object.fromEntries(
        [...rows].map(([name, all]) => [name, summarise(all, count, columns)]),
      ) as Record<SignalQuantity, QuantitySummary>,
  };
}

function summarise(rows: Float64Array, count: number, columns: number): QuantitySummary {
  const logs = rows.map(Math.log);
  const logMean = meansOf(logs, count, columns);
  const deviations = logs.map((x, i) => (x - logMean[i % columns]) ** 2);
  return {
    first: count > 0 ? rows.slice(0, columns) : new Float64Array(columns).fill(Number.NaN),
    mean: meansOf(rows, count, columns),
    logMean,
    logVariance: meansOf(deviations, count, columns, Math.max(1, count - 1)),
    quantiles: quantilesOf(rows, count, columns),
  };
}

function meansOf(
  rows: Float64Array,
  count: number,
  columns: number,
  divisor = count,
): Float64Array<ArrayBuffer> {
  const out = new Float64Array(columns);
  for (let row = 0; row < count; row++)
    for (let c = 0; c < columns; c++) out[c] += rows[row * columns + c];
  for (let c = 0; c < columns; c++) out[c] /= divisor;
  return out;
}
