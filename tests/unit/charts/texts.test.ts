import { describe, expect, it } from 'vitest';
import type { AveragingCurve } from '#lib/protocol/protocol.ts';
import { averagingSeries, fewGroupsZone } from '#lib/charts/averaging.ts';
import { formatLogTick, formatTicks, formatValue } from '#lib/charts/format.ts';
import { tableOf } from '#lib/charts/table.ts';

describe('numbers', () => {
  it('are written as what they are', () => {
    expect(formatValue(0.1234, 'percent')).toBe('12.3%');
    expect(formatValue(12_345, 'integer')).toBe('12,345');
    expect(formatValue(0.51, 'number')).toBe('0.510');
    expect(formatValue(1.5e7, 'number')).toBe('1.5E7');
  });

  it('that are none are a dash', () => {
    for (const none of [NaN, Infinity, null, undefined]) {
      expect(formatValue(none, 'percent')).toBe('–');
    }
  });

  it('at ticks have the decimals of their step', () => {
    expect(formatTicks([0, 0.2, 0.4], 'percent')).toEqual(['0%', '20%', '40%']);
    expect(formatTicks([0.12, 0.125, 0.13], 'percent')).toEqual(['12.0%', '12.5%', '13.0%']);
    expect(formatTicks([0, 0.5, 1], 'number')).toEqual(['0.0', '0.5', '1.0']);
    expect(formatLogTick(1_000, 'integer')).toBe('1,000');
    expect(formatLogTick(0.05, 'number')).toBe('0.05');
  });
});

describe('the table of a chart', () => {
  const a = { name: 'a', style: 'single', x: [0, 1, 2], y: [0.5, 0.4, NaN] } as const;
  const b = {
    name: 'b',
    style: 'dropout',
    x: [0, 2],
    y: [0.3, 0.2],
    band: { low: [0.25, NaN], high: [0.35, NaN] },
  } as const;
  const words = { x: 'step', xFormat: 'integer', yFormat: 'percent' } as const;

  it('has a row for each x, with bands in brackets and a dash where a line has no point', () => {
    const extra = { name: 'n', x: [0, 1], values: [9, 8], format: 'integer' } as const;
    expect(tableOf([a, b], [extra], words)).toEqual({
      head: ['step', 'a', 'b', 'n'],
      rows: [
        ['0', '50.0%', '30.0% (25.0%–35.0%)', '9'],
        ['1', '40.0%', '–', '8'],
        ['2', '–', '20.0%', '–'],
      ],
      total: 3,
    });
  });

  it('is thinned, and says how long it was', () => {
    const x = Array.from({ length: 1_000 }, (_, i) => i);
    const table = tableOf([{ ...a, x, y: x }], [], words);
    expect(table.rows).toHaveLength(60);
    expect(table.total).toBe(1_000);
  });
});

describe('the averaging chart', () => {
  const k = Int32Array.of(1, 10, 100);
  const band = {
    mean: Float64Array.of(0.3, 0.2, 0.15),
    low: Float64Array.of(0.2, 0.18, 0.15),
    high: Float64Array.of(0.4, 0.22, 0.15),
  };
  const both = { error: band, loss: band };
  const curve: AveragingCurve = {
    variant: 'dropout',
    step: 10,
    drawn: 100,
    draws: 100,
    examples: 5,
    backend: 'wasm',
    k,
    groups: Int32Array.of(100, 10, 1),
    arithmetic: both,
    geometric: both,
    off: { error: 0.14, loss: 0.5 },
  };
  const names = {
    arithmetic: 'A',
    geometric: 'G',
    off: 'off',
    exactArithmetic: 'all A',
    exactGeometric: 'all G',
  };
  const level = { name: 'single', style: 'single', error: 0.3, loss: 1 } as const;

  it('has both means, dropout off and the other variants', () => {
    const series = averagingSeries(curve, 'loss', [level], names);
    expect(series.map((line) => line.name)).toEqual(['A', 'G', 'off', 'single']);
    expect([...(series[2].y as Float64Array)]).toEqual([0.5, 0.5, 0.5]);
    expect([...(series[3].y as Float64Array)]).toEqual([1, 1, 1]);
  });

  it('has the exact means as levels once they are there', () => {
    const exact = {
      arithmetic: { error: 0.12, loss: 0.4 },
      geometric: { error: 0.13, loss: 0.45 },
    };
    const series = averagingSeries(curve, 'loss', [level], names, exact);
    expect(series.map((line) => line.name)).toEqual(['A', 'G', 'off', 'all A', 'all G', 'single']);
    expect([...(series[4].y as Float64Array)]).toEqual([0.45, 0.45, 0.45]);
  });

  it('draws no band on a single group, and nothing on none', () => {
    const [line] = averagingSeries(curve, 'error', [], names);
    expect([...(line.band!.low as Float64Array)]).toEqual([0.2, 0.18, NaN]);
    const early = { ...curve, groups: Int32Array.of(5, 0, 0) };
    expect([...(averagingSeries(early, 'error', [], names)[0].y as Float64Array)]).toEqual([
      0.3,
      NaN,
      NaN,
    ]);
  });

  it('marks the k of few groups', () => {
    expect(fewGroupsZone(curve, 'few')).toEqual([{ from: Math.sqrt(10), to: 1_000, label: 'few' }]);
    expect(fewGroupsZone({ ...curve, groups: Int32Array.of(50, 50, 50) }, 'few')).toEqual([]);
  });

  it('keeps its lines while there is no draw yet', () => {
    const series = averagingSeries(null, 'error', [level], names);
    expect(series.map((line) => line.name)).toEqual(['A', 'G', 'off', 'single']);
    expect(series[2].y[0]).toBeNaN();
    expect(series[3].y[0]).toBe(0.3);
  });
});
