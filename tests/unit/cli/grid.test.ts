import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Experiment } from '#lib/experiment/experiment.ts';
import { preset } from '#lib/experiment/presets.ts';
import { parseAxis, type Axis } from '../../../src/cli/experiment/axis.ts';
import { cellText, unitsOf as unitsOfGrid } from '../../../src/cli/experiment/grid.ts';

const unitsOf = (experiment: Experiment, sweep: Axis[], seeds: number | null) =>
  unitsOfGrid({ experiment, sweeps: [sweep], seeds });
const axes = (...texts: string[]) => texts.map((text) => parseAxis(text, 2));
const moons = () => ({ ...preset('moons'), variants: ['single' as const, 'dropout' as const] });

describe('a grid', () => {
  test('without sweeps and seeds is the experiment as it is', () => {
    const units = unitsOf(moons(), [], null);
    expect(units.map(({ unit, seed, variant }) => [unit, seed, variant])).toEqual([
      [0, null, 'single'],
      [1, null, 'dropout'],
    ]);
    expect(units[0].experiment).toEqual(moons());
    expect(cellText(units[0].cell)).toBe('');
  });

  test('runs through the first sweep slowest, then the next, then the seeds, then the variants', () => {
    const units = unitsOf(moons(), axes('train=20,30', 'p=0.1,0.2'), 2);
    const text = units.map(({ cell, seed, variant }) => `${cellText(cell)} ${seed} ${variant}`);
    expect(text.slice(0, 6)).toEqual([
      'train=20, p=0.1 1 single',
      'train=20, p=0.1 1 dropout',
      'train=20, p=0.1 2 single',
      'train=20, p=0.1 2 dropout',
      'train=20, p=0.2 1 single',
      'train=20, p=0.2 1 dropout',
    ]);
    expect(text[15]).toBe('train=30, p=0.2 2 dropout');
    expect(units.map(({ unit }) => unit)).toEqual(Array.from({ length: 16 }, (_, i) => i));
  });

  test('sets all four seeds to one number', () => {
    const { experiment } = unitsOf(moons(), [], 3)[4];
    expect(experiment.seeds).toEqual({ data: 3, weights: 3, masks: 3, order: 3 });
  });

  test('sets hidden layers before their drop probabilities, in whatever order they are swept', () => {
    for (const sweeps of [
      ['hidden=8,8-8-8', 'p=0.3'],
      ['p=0.3', 'hidden=8,8-8-8'],
    ]) {
      const hidden = unitsOf(moons(), axes(...sweeps), null).map(
        ({ experiment }) => experiment.dropout.hidden,
      );
      expect(hidden).toEqual([[0.3], [0.3], [0.3, 0.3, 0.3], [0.3, 0.3, 0.3]]);
    }
  });

  test('of several sweeps is one after the other', () => {
    const sweeps = [axes('hidden=8', 'p=0.1'), axes('hidden=16', 'p=0.5,0.6')];
    const units = unitsOfGrid({ experiment: moons(), sweeps, seeds: null });
    expect(units.map(({ cell }) => cellText(cell))).toEqual([
      'hidden=8, p=0.1',
      'hidden=8, p=0.1',
      'hidden=16, p=0.5',
      'hidden=16, p=0.5',
      'hidden=16, p=0.6',
      'hidden=16, p=0.6',
    ]);
    expect(units.map(({ unit }) => unit)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(() =>
      unitsOfGrid({
        experiment: moons(),
        sweeps: [axes('p=0.5'), axes('p=0.1:0.5:0.2')],
        seeds: 1,
      }),
    ).toThrow('got the same for p=0.5 and p=0.5');
  });

  test('has the variants of each cell', () => {
    const units = unitsOf(moons(), axes('variants=single;dropout,input-noise'), null);
    expect(units.map(({ variant }) => variant)).toEqual(['single', 'dropout', 'input-noise']);
  });

  test('is the product of its sweeps, each unit once', () => {
    const few = (name: string) =>
      fc
        .uniqueArray(fc.integer({ min: 10, max: 500 }), { minLength: 1, maxLength: 4 })
        .map((values) => [`${name}=${values.join(',')}`, values.length] as const);
    fc.assert(
      fc.property(few('train'), few('epochs'), fc.integer({ min: 1, max: 4 }), (a, b, seeds) => {
        const units = unitsOf(moons(), axes(a[0], b[0]), seeds);
        expect(units).toHaveLength(a[1] * b[1] * seeds * 2);
        const keys = units.map(({ experiment, variant }) => JSON.stringify([experiment, variant]));
        expect(new Set(keys).size).toBe(units.length);
      }),
    );
  });

  test.each([
    [['side=8'], null, '--sweep, at side=8: side: only data of kind digits has this'],
    [['p=0.1-0.2-0.3'], null, 'at p=0.1-0.2-0.3: p: expected one number from 0 to 1 for each of 2'],
    [['p=0.1', 'p=0.2'], null, '--sweep p: expected each field once'],
    [['seed-data=1,2'], 2, '--sweep seed-data: expected no seed, since --seeds sets all four'],
    [['p=0.5,0.5-0.5'], null, 'got the same for p=0.5 and p=0.5-0.5'],
    [['train=10:1000:1', 'test=10:1000:1'], null, 'a grid of at most 100000 trainings'],
  ])('is refused in one sentence: %s', (sweeps, seeds, sentence) => {
    expect(() => unitsOf(moons(), axes(...sweeps), seeds)).toThrow(sentence);
  });
});
