import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { runInWorker } from '../on-webgl/run-in-worker.ts';
import type { Case, Difference } from '../on-webgl/engine-on-webgl.ts';

const entry = fileURLToPath(new URL('../on-webgl/engine-on-webgl.ts', import.meta.url));

const cases: Record<string, Case> = {
  'three members with fresh masks, ReLU, momentum, an odd number of units and a small last batch': {
    sizes: [5, 7, 6, 3],
    members: 3,
    batch: 6,
    activation: 'relu',
    optimizer: 'sgd',
    masks: { kind: 'fresh', seed: 5 },
    p: [0, 0.5, 0.3],
    l2: 0,
    maxNorm: 0,
  },
  'tanh, Adam, dropout on the input, L2, and a seed above 2³¹': {
    sizes: [5, 7, 6, 3],
    members: 3,
    batch: 5,
    activation: 'tanh',
    optimizer: 'adam',
    masks: { kind: 'fresh', seed: 4_000_000_000 },
    p: [0.2, 0.5, 0.3],
    l2: 0.01,
    maxNorm: 0,
  },
  'sigmoid, a fixed mask a member, max-norm': {
    sizes: [6, 9, 10],
    members: 2,
    batch: 7,
    activation: 'sigmoid',
    optimizer: 'sgd',
    masks: { kind: 'member', seed: 5 },
    p: [0.3, 0.5],
    l2: 0,
    maxNorm: 0.5,
  },
  'eight masks shared by choice': {
    sizes: [6, 8, 8, 4],
    members: 1,
    batch: 8,
    activation: 'relu',
    optimizer: 'sgd',
    masks: { kind: 'choice', seed: 5, masks: 8 },
    p: [0.1, 0.5, 0.5],
    l2: 0.1,
    maxNorm: 1,
  },
  'no hidden layer': {
    sizes: [6, 4],
    members: 2,
    batch: 8,
    activation: 'relu',
    optimizer: 'sgd',
    masks: { kind: 'none' },
    p: [0],
    l2: 0,
    maxNorm: 0,
  },
  'everything dropped': {
    sizes: [4, 6, 3],
    members: 1,
    batch: 4,
    activation: 'tanh',
    optimizer: 'sgd',
    masks: { kind: 'fresh', seed: 1 },
    p: [0, 1],
    l2: 0,
    maxNorm: 0,
  },
  'the default network': {
    sizes: [196, 256, 256, 10],
    members: 1,
    batch: 50,
    activation: 'relu',
    optimizer: 'sgd',
    masks: { kind: 'fresh', seed: 1 },
    p: [0, 0.5, 0.5],
    l2: 0,
    maxNorm: 0,
  },
};

/**
 * Both backends round every product and sum to float32 (2⁻²⁴ relative), in different orders. A sum of n
 * terms differs by about √n of that; three steps of sums of at most 256 terms of size one, each step
 * carried on, stay below 3 · 16 · 2⁻²⁴ ≈ 3e-6 in a weight, and a logit adds 256 of them: 16 times more
 * at the very worst.
 */
const tolerance = { weights: 3e-6, logits: 5e-5 };

test('the programs of WebGL train and predict as the loops of the CPU do', async ({ page }) => {
  const { bits, differences } = await runInWorker<{ bits: number; differences: Difference[] }>(
    page,
    entry,
    Object.values(cases),
  );
  expect(bits).toBe(32);
  Object.keys(cases).forEach((name, i) => {
    const difference = differences[i];
    expect(difference.loss, name).toBeGreaterThan(0);
    expect(difference.losses, `${name}: losses`).toBeLessThan(tolerance.logits);
    expect(difference.parameters, `${name}: weights`).toBeLessThan(tolerance.weights);
    expect(difference.moments, `${name}: moments`).toBeLessThan(10 * tolerance.weights);
    expect(difference.off, `${name}: dropout off`).toBeLessThan(tolerance.logits);
    expect(difference.masked, `${name}: masked`).toBeLessThan(tolerance.logits);
  });
});
