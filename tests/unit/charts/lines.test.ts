import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, sharedX } from '#lib/charts/align.ts';
import { decimate } from '#lib/charts/decimate.ts';
import { stretches } from '#lib/charts/ground.ts';
import { lastFinite, nearest, thin, valueAt } from '#lib/charts/lookup.ts';
import { endPoints, markedPoints } from '#lib/charts/markers.ts';
import { prepare } from '#lib/charts/prepare.ts';
import { spread } from '#lib/charts/spread.ts';

describe('aligning lines', () => {
  it('puts them on every x of any of them; what a line does not have is undefined, a gap is null', () => {
    const aligned = align([
      { x: [0, 2, 4], y: [1, NaN, 3] },
      { x: [1, 2, 5], y: [7, 8, Infinity] },
    ]);
    expect(aligned.x).toEqual([0, 1, 2, 4, 5]);
    expect(aligned.columns).toEqual([
      [1, undefined, null, 3, undefined],
      [undefined, 7, 8, undefined, null],
    ]);
  });

  it('gives the sorted union, each x once', () => {
    const xs = fc
      .array(fc.oneof(fc.integer({ min: 0, max: 50 }), fc.constant(NaN)))
      .map((x) => [...Float64Array.from(x).sort()]);
    fc.assert(
      fc.property(fc.array(xs, { maxLength: 4 }), (lists) => {
        const expected = [...new Set(lists.flat().filter(Number.isFinite))].sort((a, b) => a - b);
        expect(sharedX(lists.map((x) => ({ x })))).toEqual(expected);
      }),
    );
  });
});

describe('thinning a line to the pixels', () => {
  const whole = { from: 0, to: 10_000, log: false };

  it('leaves short lines as they are', () => {
    expect([...decimate([1, 2, 3], [1, 2, 3], whole, 1)]).toEqual([0, 1, 2]);
  });

  it('keeps the lowest and the highest, the ends and each gap, in order', () => {
    const x = Float64Array.from({ length: 10_001 }, (_, i) => i);
    const y = x.map((v) => Math.sin(v / 50));
    y[3333] = 9;
    y[7777] = -9;
    y[5000] = NaN;
    const kept = decimate(x, y, whole, 200);
    expect(kept.length).toBeLessThanOrEqual(201 * 5);
    for (const index of [0, 3333, 5000, 7777, 10_000]) expect(kept).toContain(index);
    expect([...kept]).toEqual([...new Set(kept)].sort((a, b) => a - b));
  });

  it('goes by columns of a log axis too, and passes over what has no place on it', () => {
    const x = Float64Array.from({ length: 5_000 }, (_, i) => i);
    const kept = decimate(x, x, { from: 1, to: 5_000, log: true }, 100);
    expect(kept.length).toBeLessThan(510);
    expect(kept[kept.length - 1]).toBe(4_999);
  });
});

describe('reading a line', () => {
  it('takes the nearest point', () => {
    expect(nearest([0, 10, 20], 14)).toBe(1);
    expect(nearest([], 14)).toBe(-1);
    expect(valueAt([0, 10, 20], [1, 2, 3], 14)).toBe(2);
  });

  it('knows nothing far beyond the ends', () => {
    expect(valueAt([0, 10, 20], [1, 2, 3], 25)).toBe(3);
    expect(valueAt([0, 10, 20], [1, 2, 3], 100)).toBeNaN();
  });

  it('finds the last value before a gap', () => {
    expect(lastFinite([1, 2, NaN])).toBe(1);
    expect(lastFinite([NaN])).toBe(-1);
  });

  it('thins rows evenly, with the first and the last', () => {
    expect(thin(3, 60)).toEqual([0, 1, 2]);
    const rows = thin(2_001, 60);
    expect(rows).toHaveLength(60);
    expect([rows[0], rows[59]]).toEqual([0, 2_000]);
    expect(new Set(rows).size).toBe(60);
  });
});

describe('names at the ends of lines', () => {
  it('stay where they are when there is room', () => {
    expect(spread([10, 100, 50], 20, [0, 200])).toEqual([10, 100, 50]);
  });

  it('share the way when they collide', () => {
    expect(spread([50, 50], 20, [0, 200])).toEqual([40, 60]);
  });

  it('never overlap, never leave, and keep their order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 9 }),
        (wishes) => {
          const places = spread(wishes, 30, [0, 300]);
          const order = wishes.map((_, i) => i).sort((a, b) => wishes[a] - wishes[b] || a - b);
          for (const [rank, i] of order.entries()) {
            expect(places[i]).toBeGreaterThanOrEqual(-1e-6);
            expect(places[i]).toBeLessThanOrEqual(300 + 1e-6);
            if (rank > 0)
              expect(places[i] - places[order[rank - 1]]).toBeGreaterThanOrEqual(29.999);
          }
        },
      ),
    );
  });

  it('close ranks where there is too little room', () => {
    expect(spread([0, 0, 0], 30, [0, 20])).toEqual([0, 10, 20]);
  });
});

describe('markers', () => {
  it('stand on each point where there is room', () => {
    expect(markedPoints([0, 50, NaN, 100], 0)).toEqual([0, 1, 3]);
    expect(markedPoints([5], 0)).toEqual([0]);
    expect(markedPoints([], 0)).toEqual([]);
  });

  it('stay where they are while the line grows, but for the one at its end', () => {
    const lefts = Array.from({ length: 400 }, (_, i) => 2 * i);
    const half = markedPoints(lefts.slice(0, 200), 1);
    expect(markedPoints(lefts, 1)).toEqual(expect.arrayContaining(half.slice(0, -1)));
    expect(half[half.length - 1]).toBe(199);
  });

  it('of a level stand at its ends', () => {
    expect(endPoints([NaN, 3, 4, 5])).toEqual([1, 3]);
  });
});

describe('bands', () => {
  it('are filled between gaps', () => {
    const band = {
      x: Float64Array.of(1, 2, 3, 4, 5),
      low: Float64Array.of(0, 0, NaN, 0, 0),
      high: Float64Array.of(1, 1, 1, NaN, 1),
    };
    expect(stretches(band)).toEqual([
      [0, 1],
      [4, 4],
    ]);
  });
});

describe('preparing a chart', () => {
  const line = { name: 'a', style: 'dropout', x: [0, 1, 2], y: [0.9, 0, 0.2] } as const;
  const wishes = { xScale: 'linear', yScale: 'linear', width: 500, yTicks: 5 } as const;

  it('shows at least the ranges that were asked for', () => {
    const { xRange, yRange } = prepare([line], () => true, {
      ...wishes,
      xRange: [0, 100],
      yRange: [0, 0.5],
    });
    expect(xRange).toEqual([0, 100]);
    expect(yRange).toEqual([0, 1]);
  });

  it('lets hidden lines have no say in the range of y', () => {
    const other = { ...line, name: 'b', y: [50, 50, 50] };
    expect(prepare([line, other], (l) => l.name === 'a', wishes).yRange).toEqual([0, 1]);
  });

  it('makes gaps of what a log axis cannot show', () => {
    const { x, columns, xRange, yRange } = prepare([line], () => true, {
      ...wishes,
      xScale: 'log',
      yScale: 'log',
    });
    expect(x).toEqual([1, 2]);
    expect(columns).toEqual([[null, 0.2]]);
    expect(xRange).toEqual([1, 2]);
    expect(yRange[0]).toBeGreaterThan(0);
  });

  it('has axes where there is nothing yet', () => {
    expect(prepare([], () => true, wishes)).toMatchObject({ xRange: [0, 1], yRange: [0, 1] });
    const empty = { ...line, x: [], y: [] };
    expect(prepare([empty], () => true, { ...wishes, xScale: 'log' }).xRange).toEqual([1, 10]);
  });
});
