import { describe, expect, it } from 'vitest';
import { drawingOf, moved, rowsOf } from '#lib/labs/subnetworks/thinned/drawing.ts';
import { distance, Seen } from '#lib/labs/subnetworks/thinned/seen.ts';
import { shownClasses } from '#lib/labs/subnetworks/thinned/shown-classes.ts';

/** Subnetworks of a network with 1 input and 2 hidden units, each with its two probabilities. */
const answer = (masks: string[], first: number[]) => ({
  kept: [
    Uint8Array.from(masks, () => 1),
    Uint8Array.from(masks.flatMap((mask) => [...mask].map(Number))),
  ],
  probabilities: Float32Array.from(first.flatMap((p) => [p, 1 - p])),
  off: Float32Array.of(0.5, 0.5),
});

describe('the subnetworks seen', () => {
  const seen = new Seen([1, 2], 2);
  seen.take(answer(['10', '01'], [0.25, 0.75]));
  const early = seen.meanOf(2);
  seen.take(answer(['11'], [0.125]));

  it('follow one another, each with its mask and what it says', () => {
    expect(seen.known).toBe(3);
    expect([0, 1, 2].map((i) => seen.keptBy(i)[1].join(''))).toEqual(['10', '01', '11']);
    expect([...seen.saidBy(1)]).toEqual([0.75, 0.25]);
  });

  it('have a mean after each, and the same one again after a step back', () => {
    expect(seen.meanOf(0)).toBeNull();
    expect([...seen.meanOf(1)!]).toEqual([0.25, 0.75]);
    expect([...seen.meanOf(3)!]).toEqual([0.375, 0.625]);
    expect(seen.meanOf(2)).toEqual(early);
  });
});

describe('the distance of two predictions', () => {
  it('is the largest difference over the classes', () => {
    expect(distance([0.5, 0.25, 0.25], [0.25, 0.375, 0.375])).toBe(0.25);
    expect(distance([0.5, 0.5], [0.5, 0.5])).toBe(0);
  });
});

describe('the drawing of a network', () => {
  it('gives each line the weight between its two units', () => {
    // Weights [outputs, inputs], then biases: 2 → 2 → 1.
    const parameters = Float32Array.of(1, -2, 3, -4, 9, 9, 5, 0, 9);
    const { edges } = drawingOf([2, 2, 1], parameters);
    const named = edges.map(({ layer, from, to, strength, negative }) => [
      `${layer}: ${from} → ${to}`,
      strength,
      negative,
    ]);
    expect(named).toEqual([
      ['0: 0 → 0', 0.25, false],
      ['0: 0 → 1', 0.75, false],
      ['0: 1 → 0', 0.5, true],
      ['0: 1 → 1', 1, true],
      ['1: 0 → 0', 1, false],
      ['1: 1 → 0', 0, false],
    ]);
  });

  it('shows twelve units of a large layer, the first and the last among them', () => {
    const sizes = [196, 256, 10];
    const parameters = new Float32Array(196 * 256 + 256 + 256 * 10 + 10).fill(1);
    const drawing = drawingOf(sizes, parameters);
    expect(drawing.columns.map(({ units, total }) => [units.length, total])).toEqual([
      [12, 196],
      [12, 256],
      [10, 10],
    ]);
    expect(drawing.columns[1].units.map(({ unit }) => unit)).toContain(255);
    expect(rowsOf(drawing)).toBe(12);
    expect(drawing.edges).toHaveLength(12 * 12 + 12 * 10);
  });

  it('draws a network without hidden layers, and weights that are all 0', () => {
    const { columns, edges } = drawingOf([3, 2], new Float32Array(8));
    expect(columns).toHaveLength(2);
    expect(edges.every(({ strength }) => strength === 0)).toBe(true);
  });
});

describe('the arrow keys', () => {
  const unit = { unit: 0, y: 0 };
  const choices = [{ units: [unit, unit, unit, unit] }, { units: [unit, unit] }];
  const from = (column: number, row: number) => (key: string) =>
    moved({ column, row }, key, choices);

  it('lead up and down in a layer and stop at its ends', () => {
    expect(from(0, 0)('ArrowDown')).toEqual({ column: 0, row: 1 });
    expect(from(0, 0)('ArrowUp')).toEqual({ column: 0, row: 0 });
    expect(from(0, 3)('ArrowDown')).toEqual({ column: 0, row: 3 });
    expect(from(0, 2)('Home')).toEqual({ column: 0, row: 0 });
    expect(from(0, 2)('End')).toEqual({ column: 0, row: 3 });
  });

  it('lead to the same height in the next layer, and no further than the last', () => {
    expect(from(0, 3)('ArrowRight')).toEqual({ column: 1, row: 1 });
    expect(from(0, 0)('ArrowRight')).toEqual({ column: 1, row: 0 });
    expect(from(1, 1)('ArrowRight')).toEqual({ column: 1, row: 1 });
    expect(from(1, 0)('ArrowLeft')).toEqual({ column: 0, row: 1 });
  });

  it('leave other keys to the page', () => {
    expect(from(0, 0)('Tab')).toBeNull();
  });
});

describe('the classes that are drawn', () => {
  it('are all of ten', () => {
    expect(shownClasses(new Float32Array(10), 3)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('are of many the true one and the most probable ones, in their order', () => {
    const off = Float32Array.from({ length: 26 }, (_, c) => c / 400);
    expect(shownClasses(off, 2)).toEqual([2, 17, 18, 19, 20, 21, 22, 23, 24, 25]);
  });
});
