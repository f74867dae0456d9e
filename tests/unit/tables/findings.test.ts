import { describe, expect, test } from 'vitest';
import { better, together } from '#lib/tables/findings/claim.ts';
import { findingOf } from '#lib/tables/findings/index.ts';
import { chanceAlone, differenceOf, paired } from '#lib/tables/findings/paired.ts';
import type { Statement } from '#lib/tables/findings/statement.ts';
import type { StoredTable } from '#lib/tables/table.ts';
import { about, curve, methods } from './sample.ts';

const outcomes = (table: StoredTable, others: StoredTable[] = []) =>
  Object.fromEntries(findingOf(table, others).claims.map(({ key, outcome }) => [key, outcome]));
const only = <K extends Statement['kind']>(table: StoredTable, kind: K) =>
  findingOf(table).statements.filter((one) => one.kind === kind) as Extract<
    Statement,
    { kind: K }
  >[];

describe('a difference over the seeds', () => {
  test('is paired: what all seeds share does not blur it', () => {
    const found = paired([1, 5, 9], [1.1, 5.2, 9.1])!;
    expect(found.mean).toBeCloseTo(-0.4 / 3, 12);
    expect(found.standardError).toBeCloseTo(Math.sqrt(0.02 / 3 / 2 / 3), 2);
    expect(found.relation).toBe('better');
  });
  test('is clear only beyond two standard errors', () => {
    // Mean 2, standard error 1: at the mark, not beyond it.
    expect(differenceOf([1, 3])!.relation).toBe('no clear difference');
    expect(differenceOf([1.1, 3])!.relation).toBe('worse');
    expect(differenceOf([0, 0, 0])!.relation).toBe('no clear difference');
  });
  test('leaves out a seed in which either diverged, and says nothing of one seed alone', () => {
    expect(paired([1, null, 3], [2, 2, 4])).toMatchObject({ seeds: 2, mean: -1 });
    expect(paired([1, null], [2, 2])).toBeNull();
  });
  test('passes the mark by chance as often as Student’s t says', () => {
    // P(|t| > 2): with 1 degree of freedom 1 − (2/π)·atan 2; further ones from tables of t.
    expect(chanceAlone(2)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(2), 12);
    expect(chanceAlone(3)).toBeCloseTo(0.1835, 4);
    expect(chanceAlone(4)).toBeCloseTo(0.1393, 4);
    expect(chanceAlone(5)).toBeCloseTo(0.1161, 4);
    expect(chanceAlone(6)).toBeCloseTo(0.1019, 4);
    expect(chanceAlone(1001)).toBeCloseTo(0.0458, 3);
    expect(chanceAlone(1)).toBeNaN();
  });
});

test('a claim holds, fails, or is left open where there is no clear difference', () => {
  expect([paired([0, 0.1], [1, 1]), paired([1, 1], [0, 0.1]), paired([0, 1], [1, 0]), null].map(better))
    .toEqual(['holds', 'fails', 'unclear', 'unclear']); // prettier-ignore
});

test('claims together agree only where all of them hold', () => {
  expect(together(['holds', 'holds'])).toBe('holds');
  expect(together(['holds', 'fails'])).toBe('in-part');
  expect(together(['holds', 'unclear'])).toBe('in-part');
  expect(together(['fails', 'unclear'])).toBe('fails');
  expect(together(['unclear'])).toBe('unclear');
  expect(together([])).toBe('unclear');
});

describe('methods against the control', () => {
  const names = ['single', 'weight-decay', 'dropout', 'subnetworks', 'full-ensemble'] as const;
  const table = methods('noisy-digits', [...names, ['dropout-mean', 10], ['dropout-mean', 200]], [
    { perSeed: [about(0.16), about(0.16, 0.01), about(0.08), about(0.11), about(0.18), about(0.09), about(0.07)] },
  ]); // prettier-ignore

  test('stand in order, each with what may be said of it', () => {
    const [{ control, others }] = only(table, 'against-control');
    expect(control).toEqual({ name: 'single', value: null });
    expect(others.map(({ side, difference }) => [side.name, side.value, difference.relation]))
      .toEqual([
        ['dropout-mean', 200, 'better'],
        ['dropout', null, 'better'],
        ['dropout-mean', 10, 'better'],
        ['subnetworks', null, 'better'],
        ['weight-decay', null, 'no clear difference'],
        ['full-ensemble', null, 'worse'],
      ]); // prettier-ignore
  });
  test('dropout is held against averaging alone, and its largest mean against it', () => {
    expect(
      only(table, 'comparison').map(({ subject, object, difference }) => [
        subject.value ?? subject.name,
        object.name,
        difference.relation,
      ]),
    ).toEqual([
      ['dropout', 'subnetworks', 'better'],
      ['dropout', 'full-ensemble', 'better'],
      [200, 'dropout', 'better'],
    ]);
    expect(outcomes(table)).toEqual({ 'dropout-beats-single': 'holds' });
  });
  test('without the control nothing is claimed', () => {
    const less = methods('clean-labels', ['dropout', 'subnetworks'], [
      { perSeed: [about(0.1), about(0.2)] },
    ]); // prettier-ignore
    expect(findingOf(less).statements).toEqual([]);
    expect(outcomes(less)).toEqual({ 'dropout-beats-single': 'unclear' });
  });
});

describe('averages against k', () => {
  const ks = [1, 10, 50, 500];
  const averages = (means: number[]) =>
    curve('averages-against-k', 'k', ks, [
      { name: 'arithmetic-mean', perSeed: means.map((mean) => about(mean)) },
      { name: 'off', perSeed: ks.map(() => about(0.08)) },
    ]);
  test('meet dropout off at the first k from which on they are nowhere clearly worse', () => {
    const table = averages([0.2, 0.09, 0.08, 0.079]);
    expect(only(table, 'meeting')[0]).toMatchObject({ from: 50, end: 500 });
    expect(outcomes(table)).toEqual({ 'mean-meets-off': 'holds', 'mean-stays-with-off': 'holds' });
  });
  test('that come near and part again have not met', () => {
    const table = averages([0.2, 0.08, 0.08, 0.09]);
    expect(only(table, 'meeting')[0]).toMatchObject({ from: null, end: 500 });
    expect(outcomes(table)).toEqual({ 'mean-meets-off': 'fails', 'mean-stays-with-off': 'fails' });
  });
  test('that meet far from where the paper has it agree in part', () => {
    expect(outcomes(averages([0.2, 0.2, 0.2, 0.08]))['mean-meets-off']).toBe('in-part');
    expect(outcomes(averages([0.08, 0.08, 0.08, 0.08]))['mean-meets-off']).toBe('in-part');
  });
});

describe('the drop probability', () => {
  const ps = [0, 0.2, 0.4, 0.6, 0.9];
  const rates = (means: number[], wobbles: number[] = []) =>
    curve('drop-rate-fixed-n', 'p', ps, [
      { name: 'dropout', perSeed: means.map((mean, i) => about(mean, wobbles[i])) },
      { name: 'dropout', quantity: 'train-error', perSeed: [0, 0.1, 0.2, 0.3, 0.6].map((mean) => about(mean)) },
    ]); // prettier-ignore
  test('is flat as far as nothing is clearly worse than the best', () => {
    const table = rates([0.2, 0.082, 0.08, 0.081, 0.3], [0, 0.02, 0, 0.02]);
    expect(only(table, 'flat')[0]).toMatchObject({ best: 0.4, from: 0.2, to: 0.6 });
    expect(only(table, 'flat')[0].worse.map(({ value }) => value)).toEqual([0, 0.9]);
    expect(outcomes(table)).toEqual({ 'flat-in-the-middle': 'holds', 'rises-outside': 'holds' });
  });
  test('is not flat beyond a place that is clearly worse', () => {
    const table = rates([0.0805, 0.2, 0.08, 0.081, 0.081], [0.001, 0, 0, 0.02, 0.02]);
    expect(only(table, 'flat')[0]).toMatchObject({ from: 0.4, to: 0.9, worse: [{ value: 0.2 }] });
    expect(outcomes(table)).toEqual({ 'flat-in-the-middle': 'in-part', 'rises-outside': 'fails' });
  });
  test('at its largest is shown to train worse, where it does', () => {
    const [places] = only(rates([0.2, 0.1, 0.08, 0.1, 0.3]), 'places');
    expect(places).toMatchObject({ quantity: 'train-error', at: 0.9, against: 0.4 });
    expect(places.difference.relation).toBe('worse');
  });
  test('a place where every run diverged is never called flat', () => {
    const table = curve('drop-rate-fixed-n', 'p', [0.4, 0.6, 0.9], [
      { name: 'dropout', perSeed: [about(0.08), about(0.08, 0.01), about(0).map(() => null)] },
    ]); // prettier-ignore
    expect(only(table, 'flat')[0]).toMatchObject({ to: 0.6, worse: [] });
  });
  test('with layers widened is held against layers that were not, where that table is there', () => {
    const wide = curve('drop-rate-fixed-pn', 'p', [0.5, 0.8], [
      { name: 'dropout', perSeed: [about(0.08), about(0.09)] },
    ]); // prettier-ignore
    const narrow = curve('drop-rate-fixed-n', 'p', [0.5, 0.8, 0.9], [
      { name: 'dropout', perSeed: [about(0.08), about(0.2), about(0.4)] },
    ]); // prettier-ignore
    expect(outcomes(wide)).toEqual({ 'half-is-near-the-best': 'holds' });
    expect(outcomes(wide, [narrow])).toMatchObject({ 'width-mends-large-p': 'holds' });
    const [comparison] = findingOf(wide, [narrow]).statements.filter(
      (s) => s.kind === 'comparison',
    );
    expect(comparison).toMatchObject({
      place: { key: 'p', value: 0.8 },
      objectMean: expect.closeTo(0.2, 12) as number,
    });
  });
});

describe('the size of the data set', () => {
  const sized = (dropout: number[][]) =>
    curve('data-set-size', 'train', [100, 1000, 5000], [
      { name: 'single', perSeed: [about(0.5), about(0.2), about(0.1)] },
      { name: 'dropout', perSeed: dropout },
    ]); // prettier-ignore
  test('gains nothing, then much, then less', () => {
    const table = sized([about(0.5, 0.01), about(0.1), about(0.08)]);
    const [gains] = only(table, 'gains');
    expect(gains.peak).toBe(1000);
    expect(gains.places.map(({ gain }) => gain.relation)).toEqual([
      'no clear difference',
      'better',
      'better',
    ]);
    expect(gains.places[1].gain.mean).toBeCloseTo(0.1, 12);
    expect(outcomes(table)).toEqual({
      'no-gain-with-little-data': 'holds',
      'gain-with-more-data': 'holds',
      'gain-declines': 'holds',
    });
  });
  test('a gain that is largest at the end does not decline', () => {
    expect(outcomes(sized([about(0.49), about(0.15), about(0.02)]))).toEqual({
      'no-gain-with-little-data': 'fails',
      'gain-with-more-data': 'holds',
      'gain-declines': 'fails',
    });
  });
});

describe('the geometric mean', () => {
  const gaps = (one: number[][], two: number[][]) =>
    curve('geometric-gap', 'k', [1, 1000], [
      { name: 'one-layer', quantity: 'loss-gap', perSeed: one },
      { name: 'two-layers', quantity: 'loss-gap', perSeed: two },
    ]); // prettier-ignore
  const noise = [1e-4, -1e-4, 2e-4, -2e-4, 0];
  test('has as good as met dropout off with one layer, and has a gap left with two', () => {
    expect(outcomes(gaps([about(1), noise], [about(1), about(0.2)]))).toEqual({
      'gap-vanishes': 'holds',
      'gap-remains': 'holds',
    });
  });
  test('says so where it does not vanish, and where nothing clear remains', () => {
    expect(outcomes(gaps([about(1), about(0.3)], [about(1), noise]))).toEqual({
      'gap-vanishes': 'fails',
      'gap-remains': 'unclear',
    });
  });
  test('is nearer to dropout off by distance, on whichever side it lies', () => {
    const table = methods('hidden-layers', ['one-layer', 'two-layers'], [
      { name: 'off', quantity: 'test-loss', perSeed: [about(1), about(1)] },
      { name: 'geometric-mean', value: 200, quantity: 'test-loss', perSeed: [about(0.99), about(1.1)] },
      { name: 'arithmetic-mean', value: 200, quantity: 'test-loss', perSeed: [about(1.2), about(1.05)] },
    ]); // prettier-ignore
    expect(outcomes(table)).toEqual({ 'geometric-is-nearer': 'in-part' });
    expect(only(table, 'comparison').map(({ difference }) => difference.relation)).toEqual([
      'better',
      'worse',
      'worse',
      'worse',
    ]);
  });
});

test('MNIST is judged size by size', () => {
  const table = methods('mnist', ['single', 'dropout', 'subnetworks'], [
    { settings: { train: 1000 }, perSeed: [about(0.1), about(0.1, 0.01), about(0.08)] },
    { settings: { train: 5000 }, perSeed: [about(0.06), about(0.04), about(0.05)] },
  ]); // prettier-ignore
  expect(findingOf(table).claims).toEqual([
    { key: 'dropout-beats-single', outcome: 'unclear', train: 1000 },
    { key: 'dropout-beats-single', outcome: 'holds', train: 5000 },
  ]);
});

test('noise on the inputs counts only where there is some', () => {
  const table = curve('input-noise', 'test-noise', [0, 0.5, 1], [
    { name: 'single', perSeed: [about(0.1), about(0.4), about(0.8)] },
    { name: 'input-noise', perSeed: [about(0.2), about(0.2), about(0.4)] },
    { name: 'dropout', perSeed: [about(0.05), about(0.3), about(0.8, 0.01)] },
  ]); // prettier-ignore
  expect(outcomes(table)).toEqual({ 'noise-beats-single': 'holds' });
});
