import { describe, expect, it } from 'vitest';
import { tallying } from '#workers/observatory/crowd/tally.ts';

const values = [0.3, 0.1, 0.25, 0.3, 0.9];
const weights = [1, 2, 0.5, 1, 4];

describe('a tally', () => {
  const tally = tallying(0.1, 20, 0.3);
  values.forEach((value, i) => tally.add(value, weights[i]));
  const result = tally.result();

  it('counts and weighs values in steps, a whole number of steps in its own', () => {
    expect([...result.counts]).toEqual([0, 1, 1, 2, 0, 0, 0, 0, 0, 1]);
    expect([...result.weights]).toEqual([0, 2, 0.5, 2, 0, 0, 0, 0, 0, 4]);
    expect([result.count, result.weight, result.least]).toEqual([5, 8.5, 0.1]);
  });

  it('has the weighted mean and deviation', () => {
    const mean = values.reduce((sum, value, i) => sum + weights[i] * value, 0) / 8.5;
    const variance = values.reduce((sum, value, i) => sum + weights[i] * (value - mean) ** 2, 0);
    expect(result.mean).toBeCloseTo(mean, 12);
    expect(result.deviation).toBeCloseTo(Math.sqrt(variance / 8.5), 12);
  });

  it('says how many are below what they are compared with, and how many equal it', () => {
    expect([result.better, result.betterWeight, result.same]).toEqual([2, 2.5, 2]);
  });

  it('puts everything above its steps into the last', () => {
    const short = tallying(0.1, 3, 0);
    short.add(5, 1);
    expect([...short.result().counts]).toEqual([0, 0, 1]);
  });

  it('does not change what it gave', () => {
    tally.add(0.1, 1);
    expect(result.count).toBe(5);
    expect(result.counts[1]).toBe(1);
  });
});
