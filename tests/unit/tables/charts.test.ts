import { describe, expect, test } from 'vitest';
import { linesOf } from '#lib/labs/results/curves.ts';
import { dotGroups, dotScale } from '#lib/labs/results/dots.ts';
import { quantitiesOf } from '#lib/labs/results/looks.ts';
import { about, curve, methods } from './sample.ts';

const words = {
  nameText: (name: string, value: number | null) => (value === null ? name : `${name} ${value}`),
  seriesText: (settings: object) => Object.values(settings).join(' '),
};

describe('a curve', () => {
  const table = curve('drop-rate-fixed-n', 'p', [0, 0.5], [
    { name: 'dropout', perSeed: [[0.1, 0.3], [null, 0.2]] },
    { name: 'dropout', quantity: 'train-error', perSeed: [[0, 0], [0, 0]] },
  ]); // prettier-ignore
  test('has a band of one standard error to each side, and none of one run alone', () => {
    const [line, ...others] = linesOf(table, 'test-error', words.nameText);
    expect(others).toEqual([]);
    expect(line.x).toEqual([0, 0.5]);
    expect(line.y).toEqual([0.2, 0.2]);
    expect(line.band!.low[0]).toBeCloseTo(0.1, 12);
    expect(line.band!.high[0]).toBeCloseTo(0.3, 12);
    expect(line.band!.low[1]).toBeNaN();
  });
  test('shows its quantities in the order in which they are stored', () => {
    expect(quantitiesOf(table)).toEqual(['test-error', 'train-error']);
  });
});

describe('a dot plot', () => {
  test('keeps the order of the rows, and has the control as its reference', () => {
    const table = methods('noisy-digits', ['single', ['subnetworks', 8]], [
      { perSeed: [about(0.2), about(0.1)] },
    ]); // prettier-ignore
    const [group, ...others] = dotGroups(table, 'test-error', words);
    expect(others).toEqual([]);
    expect(group.dots.map(({ name }) => name)).toEqual(['single', 'subnetworks 8']);
    expect(group.dots[1].seeds).toEqual(about(0.1));
    expect(group.reference).toEqual({ name: 'single', value: expect.closeTo(0.2, 12) as number });
  });
  test('has a group for each series that differs by its settings, with links of the first alone', () => {
    const table = methods('mnist', ['single', 'dropout'], [
      { settings: { train: 1000 }, perSeed: [about(0.2), about(0.1)] },
      { settings: { train: 5000 }, perSeed: [about(0.2), about(0.1)] },
    ]); // prettier-ignore
    const groups = dotGroups(table, 'test-error', words);
    expect(groups.map(({ title }) => title)).toEqual(['1000', '5000']);
    expect(groups.map(({ dots }) => dots[0].link)).toEqual(['', null]);
  });
  test('has a group for each row where its series have names', () => {
    const table = methods('hidden-layers', ['one-layer', 'two-layers'], [
      { name: 'off', perSeed: [about(0.2), about(0.1)] },
      { name: 'geometric-mean', value: 200, perSeed: [about(0.2), about(0.1)] },
    ]); // prettier-ignore
    const groups = dotGroups(table, 'test-error', words);
    expect(groups.map(({ title }) => title)).toEqual(['one-layer', 'two-layers']);
    expect(groups[0].dots.map(({ name }) => name)).toEqual(['off', 'geometric-mean 200']);
    expect(groups[1].reference?.value).toBeCloseTo(0.1, 12);
  });
  test('has room for every run and every interval', () => {
    const table = methods('noisy-digits', ['single', 'dropout'], [
      { perSeed: [[0.11, 0.29], [0.013, null]] },
    ]); // prettier-ignore
    const groups = dotGroups(table, 'test-error', words);
    const { place, ticks } = dotScale(groups);
    expect(place(0.013)).toBeGreaterThanOrEqual(0);
    expect(place(0.29)).toBeLessThanOrEqual(1);
    expect(place(ticks[0])).toBe(0);
    expect(place(ticks[ticks.length - 1])).toBe(1);
    expect(groups[0].dots[1]).toMatchObject({ diverged: 1, standardError: null });
  });
  test('where every run of everything diverged, still has a scale', () => {
    const table = methods('noisy-digits', ['single'], [{ perSeed: [[null, null]] }]);
    const { place } = dotScale(dotGroups(table, 'test-error', words));
    expect(place(0)).toBe(0);
  });
});
