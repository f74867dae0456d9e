import { describe, expect, it } from 'vitest';
import { generator } from '#lib/random/generator.ts';
import { stackActivations } from '#lib/experiment/stability/stack.ts';
import { stackActivation } from '#workers/stability/tools/activations.ts';
import { fixedPoint } from '#workers/stability/closed-form/fixed-point.ts';
import { backwardLogLaw, forwardLogLaw } from '#workers/stability/closed-form/log-law.ts';
import { momentsOf } from '#workers/stability/closed-form/moments.ts';
import { digamma, trigamma } from '#workers/stability/closed-form/polygamma.ts';
import { propagate } from '#workers/stability/closed-form/propagate.ts';
import { planOf } from '#workers/stability/deep/plan.ts';
import { stackOf } from './stacks.ts';

const unit = { mean: 0, square: 1 };
const gamma = 0.577_215_664_901_532_9;

describe('the polygamma functions', () => {
  it('have their values at 1 and ½', () => {
    expect(digamma(1)).toBeCloseTo(-gamma, 13);
    expect(digamma(0.5)).toBeCloseTo(-gamma - 2 * Math.LN2, 13);
    expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 13);
    expect(trigamma(0.5)).toBeCloseTo(Math.PI ** 2 / 2, 13);
  });

  it('obey their recurrences over the whole range', () => {
    for (const x of [0.3, 1.7, 9.99, 10.01, 40, 256]) {
      expect(digamma(x + 1) - digamma(x)).toBeCloseTo(1 / x, 12);
      expect(trigamma(x) - trigamma(x + 1)).toBeCloseTo(1 / x ** 2, 12);
    }
  });
});

describe('the activations', () => {
  it.each(stackActivations)('%s: the slope is the derivative, and none is steeper', (name) => {
    const { value, slope, steepest } = stackActivation[name];
    for (const z of [-3, -0.7, 0.2, 1.5, 4]) {
      const difference = (value(z + 1e-6) - value(z - 1e-6)) / 2e-6;
      expect(slope(value(z))).toBeCloseTo(difference, 8);
      expect(slope(value(z))).toBeLessThanOrEqual(steepest);
    }
    expect(value(Number.NaN)).toBeNaN();
  });

  it('the scaled sigmoid is 4σ(z) − 2', () => {
    for (const z of [-30, -1, 0.5, 2]) {
      const sigmoid = 1 / (1 + Math.exp(-z));
      expect(stackActivation['scaled-sigmoid'].value(z)).toBeCloseTo(4 * sigmoid - 2, 14);
    }
  });
});

describe('the moments of an activation', () => {
  it.each(stackActivations)('of %s agree with drawing', (name) => {
    const { value, slope } = stackActivation[name];
    const random = generator(5);
    const n = 200_000;
    for (const q of [0.3, 4]) {
      const sums = { mean: [0, 0], square: [0, 0], slope: [0, 0] };
      for (let i = 0; i < n; i++) {
        const a = value(Math.sqrt(q) * random.normal());
        const of = { mean: a, square: a * a, slope: slope(a) ** 2 };
        for (const key of ['mean', 'square', 'slope'] as const) {
          sums[key][0] += of[key];
          sums[key][1] += of[key] ** 2;
        }
      }
      const exact = momentsOf(name, q);
      for (const key of ['mean', 'square', 'slope'] as const) {
        const mean = sums[key][0] / n;
        const error = Math.sqrt(Math.max(0, sums[key][1] / n - mean ** 2) / n);
        expect(Math.abs(exact[key] - mean), key).toBeLessThanOrEqual(4.5 * error + 1e-12);
      }
    }
  });

  it('have the limits of a step where pre-activations are large', () => {
    const { mean, square, slope } = momentsOf('tanh', 1e4);
    expect(mean).toBeCloseTo(0, 12);
    // 1 − E sech² = 1 − 2/√(2πq) to first order; E sech⁴ = 4/3/√(2πq).
    const density = 1 / Math.sqrt(2 * Math.PI * 1e4);
    expect(square).toBeCloseTo(1 - 2 * density, 5);
    expect(slope).toBeCloseTo((4 / 3) * density, 5);
  });
});

describe('the fixed point', () => {
  it('of tanh with gain 5/3 is q* = 1.178, and its gradients explode at χ = 1.210', () => {
    const { q, chi } = fixedPoint('tanh', 25 / 9)!;
    expect(q).toBeCloseTo(1.178, 3);
    expect(chi).toBeCloseTo(1.21, 3);
  });

  it('of the sigmoid is q* = .2647: a gradient keeps .236 of its norm a layer', () => {
    const { q, chi } = fixedPoint('sigmoid', 1)!;
    expect(q).toBeCloseTo(0.2647, 4);
    expect(Math.sqrt(chi)).toBeCloseTo(0.236, 3);
  });

  it('is none where variances grow without end, or fall more slowly than any exponential', () => {
    expect(fixedPoint('relu', 2)).toBe(null);
    expect(fixedPoint('none', 1)).toBe(null);
    expect(fixedPoint('tanh', 1)).toBe(null);
    expect(fixedPoint('tanh', 0.25)).toMatchObject({ q: 0, chi: 0.25 });
  });
});

describe('the expectations over networks', () => {
  const gradientOf = (activation: 'tanh' | 'scaled-sigmoid', depth: number, square: number) =>
    propagate(planOf(stackOf({ activation, depth, width: 512 })), { mean: 0, square })!.gradient[0];

  it('fall as .71/L with tanh at σ_w = 1 and q₀ = 1, and as .42/L at q₀ = 2', () => {
    for (const depth of [50, 200]) {
      expect(Math.abs(depth * gradientOf('tanh', depth, 1) - 0.71)).toBeLessThan(0.01);
      expect(Math.abs(depth * gradientOf('tanh', depth, 2) - 0.42)).toBeLessThan(0.01);
    }
  });

  it('of the scaled sigmoid keep .194 of the gradient over 10 layers and .0225 over 100', () => {
    expect(gradientOf('scaled-sigmoid', 10, 1)).toBeCloseTo(0.194, 3);
    expect(gradientOf('scaled-sigmoid', 100, 1)).toBeCloseTo(0.0225, 4);
    expect(gradientOf('scaled-sigmoid', 10, 2)).toBeCloseTo(0.118, 3);
    expect(gradientOf('scaled-sigmoid', 100, 2)).toBeCloseTo(0.0125, 4);
  });

  it('are (1 + α²)^L both ways with He in the branch and 1/n after it', () => {
    const of = (residual: 'identity' | 'scaled') =>
      propagate(
        planOf(
          stackOf({ activation: 'relu', initialisation: 'he', residual, branch: 2, depth: 20 }),
        ),
        unit,
      )!;
    expect(of('identity')).toMatchObject({ kind: 'exact' });
    expect(of('identity').second[20] / 2 ** 20).toBeCloseTo(1, 12);
    expect(of('identity').gradient[0] / 2 ** 20).toBeCloseTo(1, 12);
    expect(of('scaled').second[20]).toBeCloseTo(2.65, 2);
  });

  it('grow by 1/(1 − p) a layer with inverted dropout: ×1024 over ten', () => {
    const { second, gradient } = propagate(
      planOf(stackOf({ activation: 'relu', initialisation: 'he', drop: 0.5, depth: 10 })),
      unit,
    )!;
    expect(second[10]).toBeCloseTo(1_024, 8);
    expect(gradient[0]).toBeCloseTo(1_024, 8);
  });

  it('are not given for constant weights, nor for a gradient that one direction rules', () => {
    expect(propagate(planOf(stackOf({ initialisation: 'constant' })), unit)).toBe(null);
    const ruled = propagate(planOf(stackOf({ activation: 'relu', residual: 'scaled' })), unit)!;
    expect(ruled.kind).toBe('mean-field');
    expect(ruled.gradient[0]).toBeNaN();
    expect(ruled.second[5]).toBeGreaterThan(1);
  });
});

describe('the law of the logarithm', () => {
  it('of linear layers N(0, σ²) has mean L(ln 2σ² + ψ(n/2)) and variance L ψ′(n/2)', () => {
    const [n, depth, sigma] = [12, 7, 0.3];
    const plan = planOf(
      stackOf({ activation: 'none', initialisation: 'normal', sigma, width: n, depth }),
    );
    const up = forwardLogLaw(plan, 1)!;
    const mean = depth * (Math.log(2 * sigma ** 2) + digamma(n / 2));
    expect(up.mean[depth]).toBeCloseTo(mean, 11);
    expect(up.variance[depth]).toBeCloseTo(depth * trigamma(n / 2), 12);
    const down = backwardLogLaw(plan)!;
    expect(down.mean[0] - down.mean[depth]).toBeCloseTo(mean, 11);
    expect(down.variance[0] - down.variance[depth]).toBeCloseTo(depth * trigamma(n / 2), 12);
  });

  it('puts the median of ‖h‖² of ten ReLU layers of 32 units near .45, far below its mean of 1', () => {
    const plan = planOf(
      stackOf({ activation: 'relu', initialisation: 'he', width: 32, depth: 10 }),
    );
    expect(Math.exp(forwardLogLaw(plan, 1)!.mean[10])).toBeCloseTo(0.44, 2);
  });

  it('is not known for other weights, activations or skips', () => {
    for (const change of [
      { initialisation: 'orthogonal' },
      { initialisation: 'xavier-uniform' },
      { activation: 'tanh' },
      { residual: 'identity' },
    ] as const) {
      const plan = planOf(stackOf({ activation: 'none', ...change }));
      expect(forwardLogLaw(plan, 1)).toBe(null);
      expect(backwardLogLaw(plan)).toBe(null);
    }
    expect(backwardLogLaw(planOf(stackOf({ activation: 'none', drop: 0.5 })))).toBe(null);
  });
});
