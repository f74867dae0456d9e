import { describe, expect, it } from 'vitest';
import type { SignalQuantity } from '#lib/experiment/stability/signals.ts';
import type { StackSpec } from '#lib/experiment/stability/stack.ts';
import { arithmeticOf } from '#workers/stability/tools/arithmetic.ts';
import {
  backwardLogLaw,
  forwardLogLaw,
  type LogLaw,
} from '#workers/stability/closed-form/log-law.ts';
import { propagate } from '#workers/stability/closed-form/propagate.ts';
import { planOf } from '#workers/stability/deep/plan.ts';
import { drawInputs, networkSignals } from '#workers/stability/signals/network.ts';
import type { NetworkSignals } from '#workers/stability/signals/tally.ts';
import { watch } from '#workers/stability/tools/trouble.ts';
import { memory } from '../unit/stability/memory.ts';
import { stackOf } from '../unit/stability/stacks.ts';

/** Standard errors that are allowed: 1 test in 150,000 would fail by chance. */
const errors = 4.5;

/** A quantity of layer `l` in each of many random networks, and what their inputs are like. */
async function simulate(change: Partial<StackSpec>) {
  const spec = stackOf({
    precision: 'float32',
    inputs: { count: 1, mean: 0, scale: 1 },
    ...change,
  });
  const plan = planOf(spec);
  const inputs = drawInputs(plan);
  const arithmetic = arithmeticOf(spec.precision, memory);
  const networks: NetworkSignals[] = [];
  for (let network = 0; network < spec.networks; network++) {
    const goesOn = async () => true;
    networks.push((await networkSignals(plan, network, inputs, arithmetic, watch(), goesOn))!);
  }
  const square = inputs.reduce((sum, x) => sum + x * x, 0) / inputs.length;
  const mean = inputs.reduce((sum, x) => sum + x, 0) / inputs.length;
  return {
    plan,
    square,
    expected: propagate(plan, { mean, square })!,
    of: (name: SignalQuantity, l: number) => networks.map((signals) => signals[name][l]),
  };
}

function momentsOf(numbers: readonly number[]) {
  const n = numbers.length;
  const mean = numbers.reduce((sum, x) => sum + x, 0) / n;
  const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1);
  const fourth = numbers.reduce((sum, x) => sum + (x - mean) ** 4, 0) / n;
  return {
    mean,
    error: Math.sqrt(variance / n),
    variance,
    // Var s² = (μ₄ − σ⁴(n − 3)/(n − 1))/n.
    varianceError: Math.sqrt((fourth - (variance ** 2 * (n - 3)) / (n - 1)) / n),
  };
}

/** The mean agrees with `expected`, within its standard error, and a relative `bias` where theory has one. */
function expectMean(numbers: readonly number[], expected: number, bias = 0): void {
  const { mean, error } = momentsOf(numbers);
  // A tolerance as large as the number would prove nothing.
  expect(errors * error + bias * expected).toBeLessThan(0.6 * expected);
  expect(Math.abs(mean - expected)).toBeLessThan(errors * error + bias * expected);
}

function expectLaw(logs: readonly number[], law: LogLaw, l: number): void {
  const { mean, error, variance, varianceError } = momentsOf(logs);
  expect(Math.abs(mean - law.mean[l])).toBeLessThan(errors * error);
  expect(Math.abs(variance - law.variance[l])).toBeLessThan(errors * varianceError);
}

const linear = { activation: 'none', initialisation: 'normal', sigma: 0.3 } as const;
const relu = { activation: 'relu', initialisation: 'he' } as const;

describe('linear layers of N(0, σ²)', () => {
  it('have the mean and the variance of ln ‖h‖² that theory gives, exactly, both ways', async () => {
    const { plan, square, of } = await simulate({
      ...linear,
      width: 12,
      depth: 20,
      networks: 1_000,
    });
    for (const l of [1, 10, 20])
      expectLaw(of('one', l).map(Math.log), forwardLogLaw(plan, square)!, l);
    for (const l of [0, 10, 20])
      expectLaw(of('oneGradient', l).map(Math.log), backwardLogLaw(plan)!, l);
  });

  it('multiply variances by n_in σ² forward and n_out σ² backward', async () => {
    for (const initialisation of ['normal', 'xavier-uniform', 'orthogonal'] as const) {
      const { expected, of } = await simulate({
        ...linear,
        initialisation,
        widths: 'alternating',
        width: 64,
        depth: 4,
        networks: 600,
      });
      expect(expected.kind).toBe('exact');
      expectMean(of('second', 4), expected.second[4]);
      expectMean(of('gradient', 0), expected.gradient[0]);
      expectMean(of('weights', 2), expected.weights[2]);
    }
  });

  it('keep the variance forward with 1/n_in, backward with 1/n_out, and with no one variance both', async () => {
    const ends = async (initialisation: '1/n_in' | '1/n_out' | 'xavier-normal') => {
      const { expected } = await simulate({
        ...linear,
        initialisation,
        widths: 'tapering',
        width: 64,
        depth: 6,
      });
      return [expected.second[6] / expected.second[0], expected.gradient[0]];
    };
    const [forwardIn, backwardIn] = await ends('1/n_in');
    expect(forwardIn).toBeCloseTo(1, 12);
    expect(backwardIn).toBeLessThan(0.2);
    const [forwardOut, backwardOut] = await ends('1/n_out');
    expect(forwardOut).toBeGreaterThan(5);
    expect(backwardOut).toBeCloseTo(1, 12);
    const [forward, backward] = await ends('xavier-normal');
    expect(forward).toBeGreaterThan(1.5);
    expect(backward).toBeLessThan(0.7);
  });
});

describe('ReLU layers with zero bias', () => {
  it('have E‖h‖² = ∏ n σ²/2 and its like backward at a width of 32', async () => {
    const { expected, square, of } = await simulate({
      ...relu,
      width: 32,
      depth: 8,
      networks: 2_000,
    });
    expect(expected.second[8] / square).toBeCloseTo(1, 12);
    expect(expected.gradient[0]).toBeCloseTo(1, 12);
    expectMean(of('second', 8), square);
    expectMean(of('gradient', 0), 1);
    expectMean(of('weights', 1), expected.weights[1]);
    expectMean(of('weights', 8), expected.weights[8]);
  });

  it('have a fourth moment of (1 + 5/n)^L', async () => {
    const { square, of } = await simulate({ ...relu, width: 64, depth: 4, networks: 800 });
    const squares = of('one', 4).map((x) => (x / square) ** 2);
    expectMean(squares, (1 + 5 / 64) ** 4);
  });

  it('so that the median of ‖h‖² lies far below its mean: .45 after ten layers of 32 units', async () => {
    const networks = 1_001;
    const { plan, square, of } = await simulate({ ...relu, width: 32, depth: 10, networks });
    const law = forwardLogLaw(plan, square)!;
    const logs = of('one', 10).map(Math.log);
    expectLaw(logs, law, 10);
    // The standard error of a median is 1/(2f√N), f the density there: normal, near enough.
    const median = logs.sort((a, b) => a - b)[(networks - 1) / 2] - Math.log(square);
    const error = Math.sqrt((Math.PI / 2) * (law.variance[10] / networks));
    expect(Math.abs(median - Math.log(0.45))).toBeLessThan(errors * error);
  });

  it('grow by 1/(1 − p) a layer with inverted dropout: ×1024 over ten at p = .5', async () => {
    const { square, of } = await simulate({
      ...relu,
      drop: 0.5,
      width: 128,
      depth: 10,
      networks: 200,
    });
    expectMean(of('second', 10), 1_024 * square);
    expectMean(of('gradient', 0), 1_024);
  });
});

describe('residual blocks h + αW₂ relu(W₁ h)', () => {
  it.each([
    ['identity', 2 ** 20],
    ['scaled', 1.05 ** 20],
  ] as const)('grow by (1 + α²)^L both ways: %s', async (residual, factor) => {
    const { expected, square, of } = await simulate({
      ...relu,
      residual,
      branch: 2,
      width: 32,
      depth: 20,
      networks: 400,
    });
    expect(expected.second[20] / square / factor).toBeCloseTo(1, 10);
    expectMean(of('second', 20), factor * square);
    expectMean(of('gradient', 0), factor);
    expectMean(of('weights', 10), expected.weights[10]);
  });

  it('with one matrix in the branch have a mean that grows with them', async () => {
    const { expected, of } = await simulate({
      ...relu,
      residual: 'scaled',
      branch: 1,
      width: 128,
      depth: 10,
      networks: 60,
    });
    expectMean(of('second', 10), expected.second[10], 10 / 128);
  });
});

/**
 * Mean field is the limit of many units; at n units and L layers it errs by a relative O(L/n) (Hanin and
 * Nica 2020), which is allowed beside the standard error.
 */
describe('mean field', () => {
  it.each([
    ['tanh', 10, 0.71 / 10],
    ['tanh', 20, 0.71 / 20],
    ['sigmoid', 10, 0.236 ** 20],
    ['scaled-sigmoid', 10, 0.194],
  ] as const)('gives the gradient of %s over %i layers: %d', async (activation, depth, claimed) => {
    const width = 256;
    const { expected, square, of } = await simulate({
      activation,
      width,
      depth,
      networks: 25,
      inputs: { count: 8, mean: 0, scale: 1 },
    });
    const bias = depth / width;
    expectMean(of('gradient', 0), expected.gradient[0], bias);
    expectMean(of('second', depth), expected.second[depth], bias);
    // The claim is for q₀ = 1 exactly; a sigmoid first has to come to its q* = .2647, where it is steeper.
    const first = propagate(planOf(stackOf({ activation, width, depth })), { mean: 0, square: 1 })!;
    const near = activation === 'sigmoid' ? 0.3 : 0.02;
    expect(Math.abs(first.gradient[0] / claimed - 1)).toBeLessThan(near);
    expect(square).toBeCloseTo(1, 0);
  });

  it('settles tanh with gain 5/3 at E h² = q*/σ_w² = .424', async () => {
    const { of } = await simulate({
      activation: 'tanh',
      gain: 5 / 3,
      width: 256,
      depth: 20,
      networks: 10,
    });
    expectMean(of('second', 20), 1.178 / (25 / 9), 0.02);
  });
});
