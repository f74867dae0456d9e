import { extent, mean, sum } from 'd3-array';
import type {
  Capacity,
  CapacityAnswer,
  VariantCapacity,
} from '#workers/observatory/capacity/capacity.ts';

/**
 * A figure over the networks of a variant: their mean, smallest and largest value, which are all
 * the same for a single network.
 */
export interface Range {
  value: number;
  low: number;
  high: number;
  networks: number;
}

/**
 * Summarises one value for each network or mask. NaN stands for one without the figure and is left
 * out, unless all are NaN.
 */
export function rangeOf(values: ArrayLike<number>): Range {
  const found = Array.from(values).filter((value) => !Number.isNaN(value));
  const [low = NaN, high = NaN] = extent(found);
  return { value: mean(found) ?? NaN, low, high, networks: values.length };
}

/** Figures per layer: the first two are of its weights, the others of a hidden layer's units. */
export const layerFigures = ['frobenius', 'incoming', 'idle', 'correlation'] as const;
export type LayerFigure = (typeof layerFigures)[number];

/** One figure of a variant for each layer, from the input on. */
export function layersOf({ networks }: VariantCapacity, figure: LayerFigure): Range[] {
  const layers = networks[0]?.[figure].length ?? 0;
  return Array.from({ length: layers }, (_, l) =>
    rangeOf(networks.map((network) => network[figure][l])),
  );
}

/** The standard deviation of each network's weights in use, over a variant's networks. */
export function deviationOf({ networks }: VariantCapacity): Range {
  return rangeOf(networks.map(({ deviation }) => deviation));
}

/** The correlation between hidden units, averaged over layers, over a variant's networks. */
export function correlationOf({ networks }: VariantCapacity): Range {
  return rangeOf(networks.map(({ correlation }) => mean(correlation) ?? NaN));
}

/** How many of `counts` fall into each of `bins` equal parts of (0, all]. */
export function countHistogram(counts: ArrayLike<number>, all: number, bins: number): number[] {
  const found = new Array<number>(bins).fill(0);
  for (const count of Array.from(counts))
    found[Math.min(bins - 1, Math.max(0, Math.ceil((count / all) * bins) - 1))]++;
  return found;
}

/** The mean of a count over drawn masks, and its standard error. */
export function meanCount(counts: ArrayLike<number>): { value: number; error: number } {
  const all = Array.from(counts);
  const value = mean(all) ?? NaN;
  const squares = sum(all, (count) => (count - value) ** 2);
  const error = all.length > 1 ? Math.sqrt(squares / (all.length - 1) / all.length) : 0;
  return { value, error };
}

export type Place = 'below' | 'within' | 'above';

/**
 * Where a network lies among others that differ only in their initial weights: outside their range
 * or within it. A further network of the same kind as K others lies below all of them with
 * probability 1/(K+1). Null if there are fewer than two others.
 */
export function placeOf(value: number, others: Range): Place | null {
  if (!Number.isFinite(value) || !Number.isFinite(others.low) || others.networks < 2) return null;
  return value < others.low ? 'below' : value > others.high ? 'above' : 'within';
}

export function variantOf(
  { variants }: CapacityAnswer,
  variant: VariantCapacity['variant'],
): VariantCapacity | undefined {
  return variants.find((one) => one.variant === variant);
}

/** Number of units that vary at all, over all networks and hidden layers. */
export function varyingUnits(networks: readonly Capacity[]): number {
  return sum(networks, ({ varying }) => sum(varying));
}
