import { describe, expect, it } from 'vitest';
import {
  correlationOf,
  countHistogram,
  deviationOf,
  layersOf,
  meanCount,
  placeOf,
  rangeOf,
  variantOf,
  varyingUnits,
} from '#lib/labs/subnetworks/capacity/figures.ts';
import type { Capacity, CapacityAnswer } from '#workers/observatory/capacity/capacity.ts';

const network = (deviation: number, correlation: number[]): Capacity => ({
  deviation,
  frobenius: Float64Array.of(1, deviation),
  incoming: Float64Array.of(1, 1),
  idle: Float64Array.of(0.5, 0.25),
  correlation: Float64Array.from(correlation),
  units: Int32Array.of(8, 8),
  varying: Int32Array.of(8, 6),
});
const of = (variant: 'single' | 'full-ensemble', networks: Capacity[]) => ({
  variant,
  networks,
  inUse: Int32Array.from(networks, () => 114),
  weights: { count: 96, histogram: Int32Array.of(96), deviation: 1, largest: 2 },
});
const ensemble = of('full-ensemble', [network(1, [0.2, 0.4]), network(3, [0.4, NaN])]);
const answer: CapacityAnswer = {
  examples: 100,
  parameters: 114,
  limit: 2,
  variants: [of('single', [network(2, [0.1, 0.3])]), ensemble],
  expected: 97,
};

describe('figures of several networks', () => {
  it('are their mean and their ends, without what is no number', () => {
    expect(rangeOf([1, NaN, 3])).toEqual({ value: 2, low: 1, high: 3, networks: 3 });
    expect(rangeOf([NaN]).value).toBeNaN();
    expect(rangeOf([])).toMatchObject({ value: NaN, networks: 0 });
  });

  it('are told layer by layer', () => {
    const layers = layersOf(ensemble, 'frobenius');
    expect(layers.map(({ value, low, high }) => [value, low, high])).toEqual([
      [1, 1, 1],
      [2, 1, 3],
    ]);
    expect(layersOf(ensemble, 'correlation')[1]).toMatchObject({ value: 0.4, networks: 2 });
    expect(layersOf({ ...ensemble, networks: [] }, 'idle')).toEqual([]);
  });

  it('sum up a network over its layers', () => {
    expect(deviationOf(ensemble)).toEqual({ value: 2, low: 1, high: 3, networks: 2 });
    expect(correlationOf(variantOf(answer, 'single')!).value).toBeCloseTo(0.2, 12);
    expect(varyingUnits(ensemble.networks)).toBe(28);
    expect(variantOf(answer, 'dropout')).toBeUndefined();
  });
});

describe('a network among others', () => {
  const others = rangeOf([1, 2, 3]);

  it('lies below all, above all, or within', () => {
    expect(placeOf(0.9, others)).toBe('below');
    expect(placeOf(1, others)).toBe('within');
    expect(placeOf(3.1, others)).toBe('above');
  });

  it('has no place where there are no others, or no figure', () => {
    expect(placeOf(1, rangeOf([2]))).toBeNull();
    expect(placeOf(NaN, others)).toBeNull();
  });
});

describe('counts of parameters', () => {
  it('are sorted into equal parts, all of them in the last', () => {
    expect(countHistogram([1, 50, 51, 100], 100, 2)).toEqual([2, 2]);
    expect(countHistogram([114, 114], 114, 57).at(-1)).toBe(2);
    expect(countHistogram([0], 10, 5)[0]).toBe(1);
  });

  it('have a mean with its standard error', () => {
    expect(meanCount([1, 3])).toEqual({ value: 2, error: 1 });
    expect(meanCount([5])).toEqual({ value: 5, error: 0 });
  });
});
