import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gridOver,
  placeAt,
  placeBeside,
  placeNearest,
  placesOf,
  shareAt,
} from '#lib/labs/subnetworks/boundary/plane-grid.ts';

const none = new Int32Array(0);
const gridOf = (train: number[], test: number[] = []) =>
  gridOver({
    train: { rows: Float32Array.from(train), labels: none, trueLabels: none },
    test: { rows: Float32Array.from(test), labels: none },
  });
const number = fc.float({ min: -1000, max: 1000, noNaN: true });

describe('the grid over the plane', () => {
  it('holds every point, of training and of test, and about as many places for any data', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(number, number)),
        fc.array(fc.tuple(number, number)),
        (a, b) => {
          const grid = gridOf(a.flat(), b.flat());
          for (const [x, y] of [...a, ...b]) {
            expect(x).toBeGreaterThan(grid.left);
            expect(x).toBeLessThan(grid.left + grid.width);
            expect(y).toBeGreaterThan(grid.bottom);
            expect(y).toBeLessThan(grid.bottom + grid.height);
          }
          expect(grid.columns * grid.rows).toBeGreaterThan(2200);
          expect(grid.columns * grid.rows).toBeLessThan(2400);
          const aspect = grid.columns / grid.rows;
          expect(aspect).toBeGreaterThan(1.15);
          expect(aspect).toBeLessThan(1.65);
        },
      ),
    );
  });

  it('has the same unit on both axes, unless one extent is many times the other', () => {
    const square = gridOf([-1, -1, 1, 1]);
    const unit = ({ width, height, columns, rows }: typeof square) =>
      width / (columns - 1) / (height / (rows - 1));
    expect(unit(square)).toBeCloseTo(1, 1);
    expect(unit(gridOf([0, 0, 3, 1.6]))).toBeCloseTo(1, 1);
    expect(unit(gridOf([0, 0, 1, 1000]))).toBeLessThan(0.01);
  });

  it('has its corners on the border of the picture, the first at the top left', () => {
    const grid = gridOf([-1, -1, 1, 1]);
    const places = placesOf(grid);
    const last = grid.columns * grid.rows - 1;
    expect(placeAt(grid, 0)).toEqual([grid.left, grid.bottom + grid.height]);
    expect(placeAt(grid, last)[0]).toBeCloseTo(grid.left + grid.width, 9);
    expect(placeAt(grid, last)[1]).toBeCloseTo(grid.bottom, 9);
    expect([...places.slice(2, 4)]).toEqual([...Float32Array.from(placeAt(grid, 1))]);
    expect(places).toHaveLength(2 * (last + 1));
  });

  it('finds each place where it is, and the border from beyond it', () => {
    const grid = gridOf([-1, -1, 1, 1]);
    for (const i of [0, 17, 500, grid.columns * grid.rows - 1])
      expect(placeNearest(grid, ...shareAt(grid, i))).toBe(i);
    expect(placeNearest(grid, -3, 2)).toBe((grid.rows - 1) * grid.columns);
  });

  it('lets a cursor move in both directions, and no further than the border', () => {
    const grid = gridOf([-1, -1, 1, 1]);
    expect(placeBeside(grid, 0, 1, 0)).toBe(1);
    expect(placeBeside(grid, 0, 0, 1)).toBe(grid.columns);
    expect(placeBeside(grid, 0, -1, -5)).toBe(0);
    expect(placeBeside(grid, grid.columns, 1000, 0)).toBe(2 * grid.columns - 1);
  });
});
