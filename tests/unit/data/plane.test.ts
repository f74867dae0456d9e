import { describe, expect, test } from 'vitest';
import { drawPlane, type PlaneSpec } from '#lib/data/plane/plane.ts';
import { planeShapes, type PlaneShape } from '#lib/experiment/experiment.ts';

function spec(shape: PlaneShape, more: Partial<PlaneSpec> = {}): PlaneSpec {
  return { kind: 'plane', shape, noise: 0.1, train: 600, test: 60, labelNoise: 0, ...more };
}

/** Rounded, so that the last bit of a sine may differ. */
function rounded(rows: Float32Array): number[] {
  return [...rows.slice(0, 6)].map((x) => Math.round(1e4 * x) / 1e4);
}

describe.each(planeShapes)('%s', (shape) => {
  // Frozen: see digits.test.ts.
  test('stay what they are', () => {
    const { train } = drawPlane(spec(shape), 1);
    expect(rounded(train.rows)).toEqual(FROZEN[shape].rows);
    expect([...train.labels.slice(0, 9)]).toEqual(FROZEN[shape].labels);
  });

  test.each([0, 0.2, 1])('have mean 0 and variance 1 at noise %d, about', (noise) => {
    const count = 12_000;
    const { rows } = drawPlane(spec(shape, { noise, train: count }), 1).train;
    const mean = [0, 0];
    let variance = 0;
    rows.forEach((x, i) => (mean[i & 1] += x / count));
    for (const x of rows) variance += (x * x) / (2 * count);
    // No coordinate has a fourth moment above 4: the sd of the mean square is below √(3/2n).
    expect(Math.abs(variance - 1)).toBeLessThan(4.5 * Math.sqrt(1.5 / count));
    for (const m of mean) expect(Math.abs(m)).toBeLessThan(4.5 * Math.sqrt(2 / count));
  });

  test('come in balanced classes, all of them', () => {
    const { train, classes } = drawPlane(spec(shape), 1);
    const counts = classes.map((_, label) => train.labels.filter((l) => l === label).length);
    expect(classes).toHaveLength(shape === 'blobs' ? 3 : 2);
    expect(new Set(counts)).toEqual(new Set([600 / classes.length]));
  });

  test('do not depend on how many there are, and are others from another seed', () => {
    const many = drawPlane(spec(shape), 1);
    const few = drawPlane(spec(shape, { train: 17, test: 11 }), 1);
    expect(many.train.rows.slice(0, 34)).toEqual(few.train.rows);
    expect(many.test.rows.slice(0, 22)).toEqual(few.test.rows);
    expect(many.test.rows.slice(0, 22)).not.toEqual(many.train.rows.slice(0, 22));
    expect(drawPlane(spec(shape), 2).train.rows).not.toEqual(many.train.rows);
  });
});

test('exclusive or has one class where the signs agree', () => {
  const { train } = drawPlane(spec('xor', { noise: 0 }), 1);
  train.labels.forEach((label, i) => {
    expect(train.rows[2 * i] * train.rows[2 * i + 1] > 0).toBe(label === 0);
  });
});

test('circles without noise are circles, the second half as wide', () => {
  const { train } = drawPlane(spec('circles', { noise: 0 }), 1);
  const scale = 1 / Math.sqrt(1.25 / 4);
  train.labels.forEach((label, i) => {
    const radius = Math.hypot(train.rows[2 * i], train.rows[2 * i + 1]);
    expect(radius).toBeCloseTo(scale * (label === 0 ? 1 : 0.5), 5);
  });
});

const FROZEN: Record<PlaneShape, { rows: number[]; labels: number[] }> = {
  moons: {
    rows: [2.0123, 0.0222, -1.6223, 0.7713, 1.2418, -1.175],
    labels: [1, 0, 1, 0, 1, 0, 1, 0, 0],
  },
  circles: {
    rows: [0.6815, -0.3863, -0.6345, -1.6921, -0.5902, -0.79],
    labels: [1, 0, 1, 0, 1, 0, 1, 0, 0],
  },
  spirals: {
    rows: [-0.762, -1.5713, 1.4483, 0.4683, -1.3876, -0.0155],
    labels: [1, 0, 1, 0, 1, 0, 1, 0, 0],
  },
  xor: {
    rows: [1.3357, -0.773, 0.5822, 1.1667, 0.4607, -1.0647],
    labels: [1, 0, 1, 0, 1, 0, 1, 0, 0],
  },
  blobs: {
    rows: [-1.3185, -0.5889, 0.9592, -0.9275, -0.251, 1.171],
    labels: [1, 2, 0, 1, 2, 0, 2, 1, 0],
  },
};
