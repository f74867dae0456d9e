import { describe, expect, it } from 'vitest';
import type { StackSpec } from '#lib/experiment/stability/stack.ts';
import type { GradientCure } from '#lib/experiment/stability/training.ts';
import { noMasks } from '#workers/reference/masks.ts';
import { memberState } from '#workers/reference/member.ts';
import { float64 } from '#workers/reference/precision.ts';
import { takeStep } from '#workers/reference/step.ts';
import { plainArithmetic, type Numbers } from '#workers/stability/tools/arithmetic.ts';
import { learnerOf, type LearnerSettings } from '#workers/stability/deep/learner.ts';
import { drawParameters, placesOf } from '#workers/stability/deep/parameters.ts';
import { passes } from '#workers/stability/deep/passes.ts';
import { classifierPlan } from '#workers/stability/deep/plan.ts';
import { heldWeights } from '#workers/stability/deep/weights.ts';
import { watch } from '#workers/stability/tools/trouble.ts';
import { batchesOf } from '#workers/training/batches.ts';
import { examples } from '../network/examples.ts';
import { memory } from './memory.ts';
import { stackOf } from './stacks.ts';

const [inputs, classes, batch] = [7, 3, 5];
const all = examples(12, inputs, classes);
const batches = () =>
  batchesOf({ ...all, trueLabels: all.labels } as never, inputs, batch, 1, {
    deviation: 0,
    seed: 0,
  });
const none: GradientCure = { kind: 'none', limit: 1 };
const usual: LearnerSettings = { learningRate: 0.1, momentum: 0.9, cure: none };

const open = (change: Partial<StackSpec> = {}, from = null as never) =>
  learnerOf(classifierPlan(stackOf(change), inputs, classes), batches(), memory, from);

const kinds: [string, Partial<StackSpec>][] = [
  ['plain layers', {}],
  ['h + φ(W h + b)', { residual: 'identity', activation: 'relu' }],
  ['h + W₂ φ(W₁ h + b₁) + b₂, scaled', { residual: 'scaled', branch: 2 }],
  ['dropout', { drop: 0.4, activation: 'scaled-sigmoid' }],
  ['a loss scale', { lossScale: 1_024, activation: 'sigmoid' }],
];

describe.each(kinds)('the gradient of a classifier with %s', (_, change) => {
  it('is that of finite differences of its loss', () => {
    const plan = classifierPlan(stackOf(change), inputs, classes);
    const places = placesOf(plan);
    const arithmetic = plainArithmetic('float64');
    const parameters = arithmetic.numbers(places.total);
    drawParameters(plan, places, parameters);
    parameters.forEach((w, i) => (parameters[i] = w + 0.1 * Math.sin(i)));
    const run = (gradient: Numbers) => {
      const held = heldWeights(plan, places, memory);
      held.load(parameters);
      const at = batches().at(0);
      return passes(plan, places, held.layers, at, 0, arithmetic, watch(), gradient).loss;
    };
    const gradient = new Float64Array(places.total);
    run(gradient);
    const scratch = new Float64Array(places.total);
    for (let i = 0; i < places.total; i += 7) {
      const was = parameters[i];
      parameters[i] = was + 1e-5;
      const above = run(scratch);
      parameters[i] = was - 1e-5;
      const below = run(scratch);
      parameters[i] = was;
      expect(Math.abs(gradient[i] - (above - below) / 2e-5)).toBeLessThan(1e-8);
    }
    expect(Math.max(...gradient.map(Math.abs))).toBeGreaterThan(1e-3);
  });
});

describe('the learner', () => {
  it('takes the steps of the reference, in float64, with every activation that both have', () => {
    for (const activation of ['relu', 'tanh', 'sigmoid'] as const) {
      const learner = open({ activation });
      const spec = {
        sizes: [inputs, 8, 8, 8, 8, 8, classes],
        activation,
        optimizer: 'sgd',
      } as const;
      const state = memberState(spec, learner.checkpoint().parameters);
      for (let step = 0; step < 8; step++) {
        const at = batches().at(step);
        const masks = noMasks(spec.sizes, at.count);
        const settings = { learningRate: 0.1, momentum: 0.9, l2: 0, maxNorm: 0, p: [] };
        const loss = takeStep(spec, state, at, masks, step, settings, float64);
        expect(learner.next(usual).loss).toBeCloseTo(loss, 12);
      }
      learner
        .checkpoint()
        .parameters.forEach((w, i) =>
          expect(Math.abs(w - state.parameters[i])).toBeLessThan(1e-12),
        );
      learner.release();
    }
  });

  it('computes the same in float32 on WASM, and nearly the same in float16', () => {
    const after = (precision: StackSpec['precision']) => {
      const learner = open({ precision, residual: 'scaled', branch: 2 });
      for (let step = 0; step < 5; step++) learner.next(usual);
      return Float64Array.from(learner.checkpoint().parameters);
    };
    const exact = after('float64');
    const distance = (other: Float64Array) =>
      exact.reduce((most, w, i) => Math.max(most, Math.abs(w - other[i])), 0);
    expect(distance(after('float32'))).toBeLessThan(1e-5);
    expect(distance(after('float16'))).toBeLessThan(0.03);
    expect(distance(after('float16'))).toBeGreaterThan(1e-5);
  });

  it('goes on from a checkpoint bit for bit, with dropout and momentum', () => {
    const change = { drop: 0.3, precision: 'float32' } as const;
    const whole = open(change);
    for (let step = 0; step < 4; step++) whole.next(usual);
    const middle = whole.checkpoint();
    for (let step = 4; step < 9; step++) whole.next(usual);
    const again = open(change, middle as never);
    expect(again.step).toBe(4);
    for (let step = 4; step < 9; step++) again.next(usual);
    expect(again.checkpoint()).toEqual(whole.checkpoint());
  });

  it('applies a cure to the gradient, and reports the norms from before it', () => {
    const plain = open().next({ ...usual, momentum: 0 });
    const whole = Math.hypot(...plain.norms);
    expect(plain.applied).toBeCloseTo(whole, 12);
    const clipped = open().next({ ...usual, cure: { kind: 'norm', limit: whole / 3 } });
    expect(clipped.norms).toEqual(plain.norms);
    expect(clipped.applied).toBeCloseTo(whole / 3, 12);
    const standard = open().next({ ...usual, cure: { kind: 'standardised', limit: 0 } });
    // Mean 0 and variance 1: the square of the norm is the number of parameters.
    const total = open().checkpoint().parameters.length;
    expect(standard.applied ** 2).toBeCloseTo(total, 8);
  });

  it('does not take a step on which a number is lost, and says where', () => {
    const learner = open({ precision: 'float32' });
    for (let step = 0; step < 3; step++) learner.next(usual);
    const before = learner.checkpoint();
    const report = learner.next({
      ...usual,
      learningRate: 1e41,
      cure: { kind: 'value', limit: 1e30 },
    });
    // The gradient itself is fine; one step as large is not.
    if (report.trouble === null) throw new Error('A step of 1e41 was taken.');
    expect(report.trouble).toMatchObject({ pass: 'update', operation: 'update' });
    expect(learner.checkpoint()).toEqual(before);
    expect(learner.next(usual).trouble).toBe(null);
  });

  it('names the layer of a forward pass that overflows, and how large the layers below it were', () => {
    const learner = open({
      precision: 'float16',
      activation: 'relu',
      initialisation: 'normal',
      sigma: 10,
      depth: 12,
    });
    const { trouble, activations } = learner.next(usual);
    expect(trouble).toMatchObject({ pass: 'forward', operation: 'pre-activation' });
    const { layer } = trouble!;
    expect(layer).toBeGreaterThan(2);
    expect(activations.subarray(0, layer).every((x) => x > 0 && x <= 65_504)).toBe(true);
    expect(activations.subarray(layer + 1).every(Number.isNaN)).toBe(true);
    expect(learner.step).toBe(0);
  });

  it('keeps constant weights symmetric without dropout, and not with it', () => {
    for (const precision of ['float64', 'float32'] as const) {
      for (const drop of [0, 0.3]) {
        const constant = {
          initialisation: 'constant',
          sigma: 0.3,
          depth: 2,
          precision,
          drop,
        } as const;
        const learner = open(constant);
        const start = learner.checkpoint().parameters;
        for (let step = 0; step < 30; step++) learner.next(usual);
        expect(learner.checkpoint().parameters).not.toEqual(start);
        // Of both hidden layers.
        if (drop === 0) expect([...learner.asymmetry()]).toEqual([0, 0]);
        else expect(Math.min(...learner.asymmetry())).toBeGreaterThan(0.01);
      }
    }
  });
});

describe('a learner that goes on from a checkpoint of another network', () => {
  const trained = (change: Partial<StackSpec>) => {
    const learner = open(change);
    for (let step = 0; step < 4; step++) learner.next(usual);
    return learner.checkpoint();
  };

  it('keeps every weight and its momentum where only the activation or a skip is another', () => {
    const before = trained({ activation: 'sigmoid' });
    for (const change of [{ activation: 'scaled-sigmoid' }, { residual: 'identity' }] as const) {
      const after = open({ activation: 'sigmoid', ...change }, before as never).checkpoint();
      expect(after).toMatchObject({ step: 4, stack: change, healthy: before.healthy });
      expect(after.parameters).toEqual(before.parameters);
      expect(after.velocity).toEqual(before.velocity);
    }
  });

  it('draws the second matrices of branches that are new, and lets go of those that are not', () => {
    const whole = { residual: 'scaled', branch: 2 } as const;
    const plain = trained({ branch: 2 });
    const grown = open(whole, plain as never).checkpoint();
    const places = placesOf(classifierPlan(stackOf(whole), inputs, classes));
    const fresh = open(whole).checkpoint();
    let at = 0;
    for (const [first, second] of places.layers) {
      const size = first.end - first.weights;
      expect(grown.parameters.subarray(first.weights, first.end)).toEqual(
        plain.parameters.subarray(at, at + size),
      );
      at += size;
      if (!second) continue;
      expect(grown.parameters.subarray(second.weights, second.end)).toEqual(
        fresh.parameters.subarray(second.weights, second.end),
      );
      expect(grown.velocity.subarray(second.weights, second.end).every((v) => v === 0)).toBe(true);
    }
    const back = open({ branch: 2 }, grown as never).checkpoint();
    expect(back.parameters).toEqual(plain.parameters);
  });

  it('draws all weights anew where they are to be initialised otherwise', () => {
    const before = trained({ initialisation: 'normal', sigma: 0.01 });
    const after = open({ initialisation: 'he' }, before as never).checkpoint();
    expect(after.step).toBe(4);
    expect(after.parameters).toEqual(open({ initialisation: 'he' }).checkpoint().parameters);
    expect(after.velocity.every((v) => v === 0)).toBe(true);
  });
});
