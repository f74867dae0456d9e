import { describe, expect, it } from 'vitest';
import { activationNames, type ActivationName } from '#lib/experiment/experiment.ts';
import type { StepSettings } from '#workers/network/ensemble.ts';
import { layoutOf } from '#workers/network/layout.ts';
import { crossEntropy, logSoftmax } from '#workers/reference/cross-entropy.ts';
import { masksOf, noMasks, type Masks } from '#workers/reference/masks.ts';
import { memberState, type MemberSpec } from '#workers/reference/member.ts';
import { float32, float64 } from '#workers/reference/precision.ts';
import { predict } from '#workers/reference/predict.ts';
import { passes, takeStep } from '#workers/reference/step.ts';
import { distance } from './closeness.ts';
import { examples, sizesOf, startingParameters } from './examples.ts';

const count = 6;
const batch = examples(count, 7, 3);
const plain: StepSettings = { learningRate: 1, momentum: 0, l2: 0, maxNorm: 0, p: [] };

function member(hidden: number, activation: ActivationName, optimizer: 'sgd' | 'adam' = 'sgd') {
  const spec: MemberSpec = { sizes: sizesOf(hidden), activation, optimizer };
  const state = memberState(spec, startingParameters({ ...spec, members: 1 }));
  return { spec, state };
}

/** Mean cross-entropy and penalty λ/2·‖W‖², as a function of the parameters. */
function objective(spec: MemberSpec, parameters: Float64Array, masks: Masks, l2: number): number {
  const logP = predict(spec, parameters, batch.rows, count, masks, float64);
  let squares = 0;
  for (const { weights, biases } of layoutOf(spec.sizes, 1).layers) {
    for (const w of parameters.subarray(weights, biases)) squares += w * w;
  }
  return crossEntropy(logP, batch.labels, count, float64) + (l2 / 2) * squares;
}

/** (f(w + h) − f(w − h)) / 2h for each parameter. */
function centralDifferences(f: (w: Float64Array) => number, at: Float64Array, h: number) {
  return at.map((w, i) => {
    const moved = at.slice();
    moved[i] = w + h;
    const above = f(moved);
    moved[i] = w - h;
    return (above - f(moved)) / (2 * h);
  });
}

describe('the gradient of the reference', () => {
  /**
   * A central difference errs by h²/6 of the third derivative, here at most a few hundred, and by the
   * rounding of the loss, 2⁻⁵²·loss/h: at h = 2⁻¹⁸ that is 10⁻⁹ and 10⁻¹⁰.
   */
  const h = 2 ** -18;
  const tolerance = 2e-9;

  for (const activation of activationNames) {
    for (const hidden of [0, 1, 2, 3]) {
      for (const dropping of [false, true]) {
        for (const l2 of [0, 0.1]) {
          const how = `${dropping ? 'dropout' : 'no dropout'}, L2 ${l2}`;
          it(`is the slope of the loss: ${hidden} hidden ${activation} layers, ${how}`, () => {
            const { spec, state } = member(hidden, activation);
            const masks = dropping
              ? masksOf({ kind: 'fresh', seed: 3 }, [0.3, 0.5, 0.2, 0.4], spec.sizes, 1, 9, count)
              : noMasks(spec.sizes, count);
            const before = state.parameters.slice();
            takeStep(spec, state, batch, masks, 0, { ...plain, l2 }, float64);
            const stepped = before.map((w, i) => w - state.parameters[i]);
            const slopes = centralDifferences((w) => objective(spec, w, masks, l2), before, h);
            expect(distance(stepped, slopes)).toBeLessThan(tolerance);
            expect(distance(slopes, new Float64Array(slopes.length))).toBeGreaterThan(0.01);
          });
        }
      }
    }
  }
});

describe('the update of the reference', () => {
  it('adds up with momentum: two steps along one gradient go 1 and 1 + μ times as far', () => {
    const { spec, state } = member(1, 'tanh');
    const masks = noMasks(spec.sizes, count);
    const settings = { ...plain, momentum: 0.5, learningRate: 0.1 };
    const start = state.parameters.slice();
    const first = passes(spec, start, batch, masks, float64).backward.gradient;
    takeStep(spec, state, batch, masks, 0, settings, float64);
    const middle = state.parameters.slice();
    const second = passes(spec, middle, batch, masks, float64).backward.gradient;
    takeStep(spec, state, batch, masks, 1, settings, float64);
    expect(
      distance(
        middle,
        start.map((w, i) => w - 0.1 * first[i]),
      ),
    ).toBe(0);
    const expected = middle.map((w, i) => w - 0.1 * (0.5 * first[i] + second[i]));
    expect(distance(state.parameters, expected)).toBe(0);
  });

  it('of Adam begins with a step of the learning rate against the sign of each gradient', () => {
    const { spec, state } = member(2, 'tanh', 'adam');
    const masks = noMasks(spec.sizes, count);
    const start = state.parameters.slice();
    const { gradient } = passes(spec, start, batch, masks, float64).backward;
    takeStep(spec, state, batch, masks, 0, { ...plain, learningRate: 0.01 }, float64);
    state.parameters.forEach((w, i) => {
      // ε/√(1 − β₂) stands beside |g|: the step falls short by that share.
      const short = 1e-7 / Math.sqrt(0.001) / Math.abs(gradient[i]);
      expect(Math.abs((start[i] - w) / (0.01 * Math.sign(gradient[i])) - 1)).toBeLessThan(
        short + 1e-9,
      );
    });
  });

  it('of max-norm leaves no unit with longer incoming weights, and touches no bias', () => {
    const limit = 0.7;
    const { spec, state } = member(2, 'relu');
    const free = memberState(spec, state.parameters);
    const masks = noMasks(spec.sizes, count);
    takeStep(spec, free, batch, masks, 0, plain, float64);
    takeStep(spec, state, batch, masks, 0, { ...plain, maxNorm: limit }, float64);
    for (const { inputs, outputs, weights, biases } of layoutOf(spec.sizes, 1).layers) {
      for (let o = 0; o < outputs; o++) {
        const row = (w: Float64Array) =>
          w.subarray(weights + o * inputs, weights + (o + 1) * inputs);
        const norm = Math.hypot(...row(free.parameters));
        const factor = Math.min(1, limit / norm);
        const scaled = row(free.parameters).map((w) => w * factor);
        expect(distance(row(state.parameters), scaled)).toBeLessThan(1e-15);
        expect(state.parameters[biases + o]).toBe(free.parameters[biases + o]);
      }
    }
  });
});

describe('the arithmetic of the reference', () => {
  it('keeps every stored number a float32 when asked to', () => {
    const { spec, state } = member(2, 'sigmoid', 'adam');
    const masks = masksOf({ kind: 'fresh', seed: 3 }, [0.3, 0.5, 0.2], spec.sizes, 0, 0, count);
    const both = passes(spec, state.parameters, batch, masks, float32);
    takeStep(spec, state, batch, masks, 0, { ...plain, l2: 0.1, maxNorm: 0.5 }, float32);
    const stored = [
      ...both.forward.entering,
      ...both.forward.preActivations,
      ...both.forward.activated,
      ...both.backward.deltas,
      both.backward.gradient,
      state.parameters,
      ...state.moments,
      Float64Array.of(both.loss),
    ];
    for (const numbers of stored) expect(numbers.map(Math.fround)).toEqual(numbers);
  });

  it('takes the accumulator from `sum` and what is stored from `round`', () => {
    const { spec, state } = member(0, 'relu');
    const whole = { round: Math.round, sum: (x: number) => x };
    const { forward } = passes(spec, state.parameters, batch, noMasks(spec.sizes, count), whole);
    expect(forward.preActivations[0].every(Number.isInteger)).toBe(true);
    const stuck = { round: (x: number) => x, sum: () => 5 };
    const constant = passes(spec, state.parameters, batch, noMasks(spec.sizes, count), stuck);
    const { biases } = layoutOf(spec.sizes, 1).layers[0];
    const expected = Float64Array.from(
      { length: count * 3 },
      (_, i) => 5 + state.parameters[biases + (i % 3)],
    );
    expect(constant.forward.preActivations[0]).toEqual(expected);
  });
});

describe('log-softmax of the reference', () => {
  it('sums to one and knows no largest logit', () => {
    const logits = Float64Array.of(1000, 1001, 999, -1000, 0, 3);
    const p = logSoftmax(logits, 3, float64).map(Math.exp);
    expect(p[0] + p[1] + p[2]).toBeCloseTo(1, 14);
    expect(p[1] / p[0]).toBeCloseTo(Math.E, 12);
    expect([...p.subarray(3)]).toEqual(
      [0, Math.exp(-3 - Math.log1p(Math.exp(-3))), 1 / (1 + Math.exp(-3))].map((x) =>
        expect.closeTo(x, 14),
      ),
    );
  });

  it('lets a NaN through', () => {
    const logits = Float64Array.of(0, Number.NaN, 1);
    expect(logSoftmax(logits, 3, float64).every(Number.isNaN)).toBe(true);
  });
});
