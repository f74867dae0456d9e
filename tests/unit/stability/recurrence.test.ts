import { describe, expect, it } from 'vitest';
import { quantileLevels } from '#lib/experiment/stability/signals.ts';
import type { RecurrenceSpec } from '#lib/experiment/stability/small-probes.ts';
import { drawRecurrence } from '#workers/stability/recurrence/cells.ts';
import { lastCell, lstmGradients } from '#workers/stability/recurrence/lstm.ts';
import { plainGradients, plainStates } from '#workers/stability/recurrence/plain.ts';
import { recurrence, type RecurrenceAnswer } from '#workers/stability/recurrence/recurrence.ts';
import { memory } from './memory.ts';
import { listener } from '../workers/listener.ts';

const small: RecurrenceSpec = {
  units: 5,
  steps: 6,
  gain: 1.2,
  forgetBias: 1,
  noise: 0.5,
  networks: 1,
};
const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i], 0);

function expectDerivative(gradient: Float64Array, loss: (start: Float64Array) => number): void {
  gradient.forEach((got, i) => {
    const start = new Float64Array(gradient.length);
    start[i] = 1e-5;
    const above = loss(start);
    start[i] = -1e-5;
    expect(got).toBeCloseTo((above - loss(start)) / 2e-5, 8);
  });
}

describe('the gradient through time', () => {
  it('of the plain recurrence is that of finite differences of its first state', () => {
    const weights = drawRecurrence(small, 1, 0);
    expectDerivative(plainGradients(weights).gradient, (start) =>
      dot(weights.top, plainStates(weights, start).at(-1)!),
    );
  });

  it('of the LSTM is that of finite differences of its first cell state', () => {
    for (const forgetBias of [-1, 0, 2]) {
      const weights = drawRecurrence(small, 2, 0);
      expectDerivative(lstmGradients(weights, forgetBias).gradient, (start) =>
        dot(weights.top, lastCell(weights, forgetBias, start)),
      );
    }
  });

  it('of the LSTM is its additive path alone where nothing feeds back', () => {
    const { squares, path } = lstmGradients(drawRecurrence({ ...small, gain: 0 }, 3, 0), 1);
    squares.forEach((x, k) => expect(x).toBeCloseTo(path[k], 14));
  });
});

describe('the recurrence', () => {
  const ask = async (change: Partial<RecurrenceSpec>, turns?: number) => {
    const { conversation } = listener<RecurrenceAnswer>(turns);
    const spec = {
      units: 64,
      steps: 60,
      gain: 1,
      forgetBias: 1,
      noise: 0.3,
      networks: 12,
      ...change,
    };
    return recurrence(memory, { ...spec, seed: 1 }, conversation);
  };
  const median = ({ quantiles }: RecurrenceAnswer['plain'], k: number) =>
    quantiles[quantileLevels.indexOf(0.5) * 61 + k];

  it('forgets by χ a step where it is plain, as mean field has it', async () => {
    const { plain, chi } = await ask({});
    expect(chi).toBeLessThan(1);
    const rate = (median(plain, 40) / median(plain, 10)) ** (1 / 30);
    // Of 12 networks; the logarithm of a step's factor has a variance of about 5/n.
    expect(Math.abs(Math.log(rate / chi))).toBeLessThan(0.1);
  });

  it('remembers longer along an additive path, the longer the larger the forget bias', async () => {
    const [plain, open] = await Promise.all([ask({}), ask({ forgetBias: 4 })]);
    expect(median(open.lstm, 60)).toBeGreaterThan(100 * median(plain.plain, 60));
    expect(median(open.path, 60)).toBeGreaterThan(median(plain.path, 60));
    // σ(4) = .982: a square shrinks by .964 a step or so.
    expect(median(open.path, 60)).toBeGreaterThan(0.04);
  });

  it('ends early with the networks that are done', async () => {
    expect((await ask({}, 5)).networks).toBe(5);
  });
});
