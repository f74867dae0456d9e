import { describe, expect, it } from 'vitest';
import { marksOf } from '#lib/labs/subnetworks/crowd/figures.ts';
import { flagsOf } from '#lib/charts/flags.ts';
import { barsOf, histogramOf, placeOf, rangeOf } from '#lib/labs/subnetworks/crowd/histogram.ts';
import { shareText } from '#lib/labs/subnetworks/crowd/crowd-table.ts';
import { tallying } from '#workers/observatory/crowd/tally.ts';
import type { Crowd } from '#workers/observatory/crowd/crowd.ts';

const tallied = (values: number[], grain: number, weights = values.map(() => 1)) => {
  const tally = tallying(grain, 10_000, 0);
  values.forEach((value, i) => tally.add(value, weights[i]));
  return tally.result();
};
const spaced = (count: number, step: number, from = 0) =>
  Array.from({ length: count }, (_, i) => from + i * step);

describe('the bars of a distribution', () => {
  it('hold one number of mistakes each where there are few', () => {
    const histogram = histogramOf(tallied([0.07, 0.08, 0.08], 0.01), [], true);
    expect(histogram.bars.map(({ count }) => count)).toEqual([1, 2]);
    expect(rangeOf(histogram, 1).map((value) => value.toFixed(3))).toEqual(['0.080', '0.080']);
  });

  it('hold equally many numbers of mistakes each where there are many', () => {
    const histogram = histogramOf(tallied(spaced(190, 0.001, 0.05), 0.001), [], true);
    expect(histogram.steps).toBe(5);
    expect(histogram.bars.length).toBeLessThanOrEqual(40);
    expect(histogram.bars.slice(0, -1).every(({ count }) => count === 5)).toBe(true);
    expect(rangeOf(histogram, 1).map((value) => value.toFixed(3))).toEqual(['0.055', '0.059']);
  });

  it('hold all of the weight, the thin end in a bar of its own', () => {
    const values = [...spaced(1000, 0.0001, 0.2), 5, 9];
    const histogram = histogramOf(tallied(values, 0.001), [], false);
    expect(histogram.beyond!.count).toBe(2);
    const shares = barsOf(histogram).map(({ share }) => share);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('weigh what is improbable as little as it is', () => {
    const { bars } = histogramOf(tallied([0.1, 0.2], 0.1, [3, 1]), [], true);
    expect(bars.map(({ share }) => share)).toEqual([0.75, 0.25]);
  });

  it('reach as far as the marks', () => {
    const histogram = histogramOf(tallied([0.1], 0.01), [0.02, 0.3], true);
    expect(placeOf(histogram, 0.02)).toBeGreaterThanOrEqual(0);
    expect(placeOf(histogram, 0.3)).toBeLessThanOrEqual(histogram.bars.length);
  });

  it('stand around a number of mistakes, and between two values of an NLL', () => {
    const whole = histogramOf(tallied([0.1, 0.3], 0.1), [], true);
    expect(placeOf(whole, 0.2)).toBeCloseTo(1.5, 9);
    const between = histogramOf(tallied([0.1, 0.3], 0.1), [], false);
    expect(placeOf(between, 0.2)).toBeCloseTo(1, 9);
    expect(rangeOf(between, 0)[1]).toBeCloseTo(0.2, 9);
  });
});

describe('the marks of a crowd', () => {
  const crowd: Crowd = {
    kind: 'drawn',
    members: 4,
    examples: 100,
    error: tallied([0.1, 0.2, 0.3, 0.2], 0.01),
    loss: tallied([0.4, 0.5, 0.6, 0.5], 0.001),
    average: { wrong: 12, loss: 0.41, lossError: 0.01 },
    off: { wrong: 10, loss: 0.4, lossError: 0.02 },
    single: null,
  };

  it('are those that there are, with intervals where one can be given', () => {
    const marks = marksOf(crowd, 'error');
    expect(marks.map(({ name }) => name)).toEqual(['best', 'mean', 'average', 'off']);
    expect(marks.map(({ value }) => value.toFixed(2))).toEqual(['0.10', '0.20', '0.12', '0.10']);
    expect(marks[0].interval).toBeNull();
    // Wilson's interval of 10 in 100.
    expect(marks[3].interval!.low).toBeCloseTo(0.0552, 4);
    expect(marks[3].interval!.high).toBeCloseTo(0.1744, 4);
  });

  it('have a mean without an interval where nothing was drawn', () => {
    expect(marksOf(crowd, 'loss')[1].interval).not.toBeNull();
    expect(marksOf({ ...crowd, kind: 'all' }, 'loss')[1].interval).toBeNull();
  });
});

describe('the names of the marks', () => {
  it('stand on lines of their own, the leftmost on top, so that no pole crosses a name', () => {
    const poles = [60, 10, 30].map((x) => ({ x, width: 100 }));
    expect(flagsOf(poles, 500)).toEqual([
      { row: 2, side: 'right' },
      { row: 0, side: 'right' },
      { row: 1, side: 'right' },
    ]);
  });

  it('stand left of their pole where there is no room on the right', () => {
    const poles = [10, 480, 450].map((x) => ({ x, width: 100 }));
    expect(flagsOf(poles, 500).map(({ side }) => side)).toEqual(['right', 'left', 'left']);
    expect(new Set(flagsOf(poles, 500).map(({ row }) => row)).size).toBe(3);
  });
});

describe('a share', () => {
  it('that is small is not written as 0', () => {
    expect([0, 0.2, 0.00012, 1e-9].map(shareText)).toEqual(['0.0%', '20.0%', '0.01%', '< 0.0001%']);
  });
});
