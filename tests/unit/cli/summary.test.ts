import { describe, expect, test } from 'vitest';
import { preset } from '#lib/experiment/presets.ts';
import { parseAxis } from '../../../src/cli/experiment/axis.ts';
import { unitsOf } from '../../../src/cli/experiment/grid.ts';
import type { UnitRecord } from '../../../src/cli/experiment/record.ts';
import { duration, secondsLeft } from '../../../src/cli/experiment/remaining.ts';
import { summary } from '../../../src/cli/experiment/summary.ts';

/** A record of which only what the test is about is given. */
function record(error: number, more: Partial<UnitRecord> = {}): UnitRecord {
  return {
    unit: 0,
    cell: {},
    seed: 1,
    variant: 'single',
    backend: 'wasm',
    stop: 'reached',
    step: 10,
    diverged: [],
    estimators: [
      {
        estimator: 'off',
        k: 1,
        step: 10,
        trainError: 0,
        trainLoss: 0,
        testError: error,
        testErrorInterval: [0, 1],
        testLoss: 2 * error,
        testExamples: 100,
      },
    ],
    validation: null,
    noise: [],
    averages: null,
    seconds: 1,
    ...more,
  };
}
const diverged = { member: 0, step: 3, layer: 1, operation: 'weights', value: 'NaN' } as const;
/** The cells of each line below the head. */
const cells = (records: UnitRecord[]) =>
  summary(records)
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

describe('the table of a grid', () => {
  test('shows mean and standard error over the seeds, a row a cell and variant', () => {
    const rows = cells([
      record(0.1, { cell: { p: 0.1 } }),
      record(0.2, { cell: { p: 0.1 }, seed: 2 }),
      record(0.5, { cell: { p: 0.2 } }),
    ]);
    expect(rows).toEqual([
      ['0.1', 'single', 'off', '100', '15.00 ± 5.00', '0.300 ± 0.100', '2'],
      ['0.2', 'single', 'off', '100', '50.00', '1.000', '1'],
    ]);
  });

  test('has no column for what is the same everywhere', () => {
    expect(cells([record(0.1, { cell: { p: 0.1 } })])[0][0]).toBe('single');
  });

  test('leaves runs that diverged out of the means, and says how many they were', () => {
    const bad = record(0.9, { stop: 'diverged', diverged: [diverged] });
    const half = record(0.2, { diverged: [diverged] });
    expect(cells([record(0.1), bad, half])).toEqual([
      [
        'single',
        'off',
        '100',
        '15.00 ± 5.00',
        '0.300 ± 0.100',
        '2 (1 diverged, 1 member diverged)',
      ],
    ]);
    expect(cells([bad])).toEqual([['single', 'off', '100', '–', '–', '0 (1 diverged)']]);
  });

  test('shows the averages at a few k, beside dropout off on the same examples', () => {
    const figures = (error: number) => ({ error: [0.4, error], loss: [1, null] });
    const averages = {
      draws: 20,
      examples: 50,
      k: [1, 10],
      groups: [20, 2],
      arithmetic: figures(0.3),
      geometric: figures(0.2),
      off: { error: 0.1, loss: 0.5 },
    };
    const rows = cells([record(0.15, { variant: 'dropout', averages })]);
    expect(rows.map((row) => row.slice(1, 5))).toEqual([
      ['off', '100', '15.00', '0.300'],
      ['off', '50', '10.00', '0.500'],
      ['one subnetwork', '50', '40.00', '1.000'],
      ['arithmetic mean of 10', '50', '30.00', '–'],
      ['geometric mean of 10', '50', '20.00', '–'],
    ]);
  });
});

describe('the time that is left', () => {
  const experiment = { ...preset('moons'), variants: ['single' as const, 'dropout' as const] };
  const units = unitsOf({
    experiment,
    sweeps: [[parseAxis('epochs=10,20', 2)]],
    seeds: null,
  });
  const took = (unit: number, seconds: number) => ({ unit, seconds, variant: units[unit].variant });

  test('is what the variants took, for as much as is left to train, over all workers', () => {
    expect(secondsLeft(units, [took(0, 2), took(1, 3)], 1)).toBeCloseTo(4 + 6);
    expect(secondsLeft(units, [took(0, 2), took(1, 3)], 2)).toBeCloseTo(5);
    // Of a variant that was not trained yet the others tell.
    expect(secondsLeft(units, [took(0, 2), took(2, 4)], 1)).toBeCloseTo(2 + 4);
  });

  test('is unknown before the first is done, and nothing after the last', () => {
    expect(secondsLeft(units, [], 2)).toBeNaN();
    expect(
      secondsLeft(
        units,
        [0, 1, 2, 3].map((unit) => took(unit, 1)),
        2,
      ),
    ).toBe(0);
    expect([NaN, 0.2, 89, 600, 7200].map(duration)).toEqual([
      'unknown',
      '1 s',
      '89 s',
      '10 min',
      '2.0 h',
    ]);
  });
});
