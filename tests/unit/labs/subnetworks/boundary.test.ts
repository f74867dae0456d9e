import { describe, expect, it } from 'vitest';
import { boundaryLines } from '#lib/labs/subnetworks/boundary/contour.ts';
import { Drawn, drawsKept } from '#lib/labs/subnetworks/boundary/drawn.ts';
import { distance, sameClass, typicalDistance } from '#lib/labs/subnetworks/boundary/measures.ts';
import { paintProbabilities, paintSpread } from '#lib/labs/subnetworks/boundary/paint.ts';
import { stopAt, stopsUpTo } from '#lib/labs/subnetworks/boundary/stops.ts';
import { threeDigits } from '#lib/labs/subnetworks/boundary/three-digits.ts';
import { generator } from '#lib/random/generator.ts';

/** Two classes on a grid, from the log-odds of class 1 at each column and row. */
function twoClasses(columns: number, rows: number, logOdds: (x: number, y: number) => number) {
  const probabilities = new Float64Array(2 * columns * rows);
  for (let i = 0; i < columns * rows; i++) {
    const p = 1 / (1 + Math.exp(-logOdds(i % columns, Math.floor(i / columns))));
    probabilities.set([1 - p, p], 2 * i);
  }
  return probabilities;
}

const pieces = (lines: number[]) =>
  Array.from({ length: lines.length / 4 }, (_, i) => lines.slice(4 * i, 4 * i + 4));

describe('the line of a boundary', () => {
  it('is exact where the log-odds are linear', () => {
    const slope = twoClasses(9, 7, (x, y) => 2 * x + 3 * y - 17.5);
    const lines = boundaryLines(slope, 2, 9);
    expect(lines.length).toBeGreaterThan(0);
    for (const [x0, y0, x1, y1] of pieces(lines)) {
      expect(2 * x0 + 3 * y0).toBeCloseTo(17.5, 9);
      expect(2 * x1 + 3 * y1).toBeCloseTo(17.5, 9);
    }
  });

  it('closes around what lies inside', () => {
    const lines = boundaryLines(
      twoClasses(20, 20, (x, y) => 36 - (x - 9) ** 2 - (y - 9) ** 2),
      2,
      20,
    );
    const ends = new Map<string, number>();
    for (const [x0, y0, x1, y1] of pieces(lines))
      for (const end of [`${x0.toFixed(9)} ${y0.toFixed(9)}`, `${x1.toFixed(9)} ${y1.toFixed(9)}`])
        ends.set(end, (ends.get(end) ?? 0) + 1);
    expect([...ends.values()].every((times) => times === 2)).toBe(true);
    for (const [x, y] of pieces(lines)) expect(Math.hypot(x - 9, y - 9)).toBeCloseTo(6, 1);
  });

  it('parts the corners of a saddle that the middle does not belong to', () => {
    const saddle = (middle: number) =>
      boundaryLines(
        twoClasses(2, 2, (x, y) => (x === y ? 1 + middle : -1)),
        2,
        2,
      );
    const cutsTopRight = (lines: number[]) =>
      pieces(lines).some(([x0, y0, x1, y1]) => y0 === 0 && x1 === 1 && x0 > 0 && y1 < 1);
    expect(pieces(saddle(1))).toHaveLength(2);
    expect(cutsTopRight(saddle(1))).toBe(true);
    expect(cutsTopRight(saddle(-0.5))).toBe(false);
  });

  it('is nowhere where one class has it all, or nothing is known', () => {
    expect(boundaryLines(new Float32Array(18).fill(0.5), 2, 3)).toEqual([]);
    expect(boundaryLines(new Float32Array(18).fill(NaN), 2, 3)).toEqual([]);
  });

  it('runs where the two largest of three classes meet', () => {
    // Class 0 on the left, 1 on the right, 2 nowhere the largest.
    const map = Array.from({ length: 5 * 3 }, (_, i) => {
      const right = 0.1 + 0.15 * (i % 5);
      return [0.8 - right, right, 0.2];
    }).flat();
    const lines = pieces(boundaryLines(map, 3, 5));
    expect(lines.length).toBeGreaterThan(0);
    for (const [x0, , x1] of lines) {
      expect(x0).toBeCloseTo(2, 9);
      expect(x1).toBeCloseTo(2, 9);
    }
  });
});

describe('the colours of a map', () => {
  const palette = {
    surface: [200, 200, 200],
    ink: [0, 0, 0],
    classes: [
      [0, 0, 250],
      [250, 0, 0],
    ],
  } as const;
  const paint = (...p: number[]) => {
    const pixels = new Uint8ClampedArray(4 * p.length);
    paintProbabilities(pixels, p.flatMap((one) => [1 - one, one]), 2, palette); // prettier-ignore
    return Array.from({ length: p.length }, (_, i) => [...pixels.subarray(4 * i, 4 * i + 4)]);
  };

  it('go from one class through the surface to the other', () => {
    const [low, middle, high] = paint(0, 0.5, 1);
    expect(middle).toEqual([200, 200, 200, 255]);
    expect(low[2]).toBeGreaterThan(low[0]);
    expect(high[0]).toBeGreaterThan(high[2]);
    const [quarter] = paint(0.25);
    expect(quarter[0]).toBeCloseTo((low[0] + middle[0]) / 2, -0.5);
  });

  it('are the surface where nothing is known or nobody disagrees, and end where the scale does', () => {
    expect(paint(NaN)).toEqual([[200, 200, 200, 255]]);
    const pixels = new Uint8ClampedArray(12);
    paintSpread(pixels, [0, 0.5, 0.7], 0.5, palette);
    expect(pixels[0]).toBe(200);
    expect(pixels[4]).toBe(pixels[8]);
    expect(pixels[4]).toBeLessThan(100);
  });
});

describe('the figures of maps', () => {
  it('count the places where two maps choose the same class', () => {
    expect(sameClass([0.9, 0.1, 0.2, 0.8], [0.6, 0.4, 0.7, 0.3], 2)).toBe(0.5);
  });

  it('are, with two classes, those of the probability of either', () => {
    const [a, b] = [[0.9, 0.1, 0.2, 0.8], [0.6, 0.4, 0.1, 0.9]]; // prettier-ignore
    expect(distance(a, b, 2)).toBeCloseTo(Math.sqrt((0.3 ** 2 + 0.1 ** 2) / 2), 12);
  });

  it('say how far a mean of k is from the mean of all, within the error of the trial', () => {
    const random = generator(5);
    const [points, members, k, repeats] = [200, 400, 16, 40];
    const all = Array.from({ length: members }, () =>
      Float64Array.from({ length: points }, () => random.uniform()),
    );
    const mean = (of: Float64Array[]) =>
      Float64Array.from({ length: 2 * points }, (_, i) => {
        const p = of.reduce((sum, one) => sum + one[i >> 1], 0) / of.length;
        return i % 2 === 1 ? p : 1 - p;
      });
    const exact = mean(all);
    const spread = Float64Array.from({ length: points }, (_, point) =>
      Math.sqrt(
        all.reduce((sum, one) => sum + (one[point] - exact[2 * point + 1]) ** 2, 0) / members,
      ),
    );
    const sigma = typicalDistance(spread, members);
    const draw = () =>
      mean(Array.from({ length: k }, () => all[Math.floor(random.uniform() * members)]));
    let squares = 0;
    for (let i = 0; i < repeats; i++) squares += distance(draw(), exact, 2) ** 2;
    // Squares of 40 · 200 differences, each about χ² with one degree: relative standard error √(2/8000).
    const ratio = squares / repeats / (sigma ** 2 / k);
    expect(Math.abs(ratio - 1)).toBeLessThan(4.5 * Math.sqrt(2 / (repeats * points)));
  });

  it('are not known from one draw', () => {
    expect(typicalDistance([0, 0], 1)).toBeNaN();
  });

  it('are written with three decimals, and a trace of rounding as what it is', () => {
    expect([0, 0.12345, 6e-8, 1, undefined, NaN].map(threeDigits)).toEqual(
      ['0.000', '0.123', '< 0.001', '1.000', '–', '–'], // prettier-ignore
    );
  });
});

describe('the subnetworks that were drawn', () => {
  const block = (first: number, count: number) => ({
    first,
    count,
    members: Float32Array.from({ length: count * 2 }, (_, i) => first + (i >> 1)),
    means: Float32Array.from({ length: count * 2 }, (_, i) => 100 + first + (i >> 1)),
    spreads: Float32Array.from({ length: count }, (_, i) => 200 + first + i),
  });

  it('are found by k whatever block they came in, and wait for a block that was overtaken', () => {
    const drawn = new Drawn(1, 2);
    drawn.add(block(0, 3));
    drawn.add(block(5, 2));
    expect(drawn.count).toBe(3);
    drawn.add(block(3, 2));
    expect(drawn.count).toBe(7);
    for (let k = 1; k <= 7; k++) {
      const { member, mean, spread } = drawn.at(k);
      expect([...member, ...mean, ...spread]).toEqual([k - 1, k - 1, 99 + k, 99 + k, 199 + k]);
    }
    expect(() => drawn.at(8)).toThrow('expected k from 1 to 7, got 8');
  });

  it('are fewer where classes are many, so that they fit in memory', () => {
    expect(drawsKept(2304, 2)).toBe(500);
    const many = drawsKept(2304, 100);
    expect(many).toBeGreaterThan(20);
    expect(many * 2304 * 201 * 4).toBeLessThan(64e6 + 1);
  });
});

describe('the stops of the slider', () => {
  it('are every k at first and few at last, from 1 to the end', () => {
    const stops = stopsUpTo(500);
    expect(stops.slice(0, 12)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(stops.at(-1)).toBe(500);
    expect(stops.length).toBeLessThan(130);
    stops.slice(1).forEach((k, i) => expect(k / stops[i] < 1.06 || k - stops[i] === 1).toBe(true));
    expect(stopsUpTo(1)).toEqual([1]);
  });

  it('are found again', () => {
    const stops = stopsUpTo(500);
    stops.forEach((k, i) => expect(stopAt(stops, k)).toBe(i));
    expect(stopAt(stops, 0)).toBe(0);
    expect(stopAt([1, 2, 4], 3)).toBe(1);
  });
});
