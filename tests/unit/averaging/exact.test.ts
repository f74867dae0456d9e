import { describe, expect, test } from 'vitest';
import { addSums, canDrop, type ExactProblem } from '#lib/experiment/exact-sums.ts';
import type { ActivationName } from '#lib/experiment/experiment.ts';
import { generator } from '#lib/random/generator.ts';
import { sumChunk } from '#workers/averaging/exact/exact.ts';
import { planOf } from '#workers/averaging/exact/plan.ts';
import { initialParameters } from '#workers/network/initialisations.ts';
import { layoutOf } from '#workers/network/layout.ts';
import { float64 } from '#workers/reference/precision.ts';
import { predict } from '#workers/reference/predict.ts';

function problemOf(
  sizes: number[],
  p: number[],
  activation: ActivationName = 'relu',
  size = 1,
): ExactProblem {
  const random = generator(3);
  const count = 5;
  return {
    sizes,
    p,
    activation,
    count,
    parameters: initialParameters(layoutOf(sizes, 1), 'he', 0, 1).map((x) => x * size),
    rows: Float32Array.from({ length: count * sizes[0] }, () => size * random.normal()),
  };
}

function exact(problem: ExactProblem) {
  const plan = planOf(problem.sizes, problem.p);
  return addSums(Array.from({ length: plan.chunks }, (_, chunk) => sumChunk(problem, plan, chunk)));
}

/** The same sums, one mask after the other through the reference network. */
function oneByOne({ sizes, p, activation, parameters, rows, count }: ExactProblem) {
  const classes = sizes[sizes.length - 1];
  const units = p.flatMap((drop, layer) =>
    canDrop(drop) ? Array.from({ length: sizes[layer] }, (_, unit) => ({ layer, unit })) : [],
  );
  const arithmetic = new Float64Array(count * classes);
  const logarithmic = new Float64Array(count * classes);
  for (let mask = 0; mask < 2 ** units.length; mask++) {
    const factors = p.map((drop, layer) =>
      new Float64Array(count * sizes[layer]).fill(drop === 1 ? 0 : 1),
    );
    let weight = 1;
    units.forEach(({ layer, unit }, bit) => {
      const kept = (mask >>> bit) & 1;
      weight *= kept ? 1 - p[layer] : p[layer];
      for (let row = 0; row < count; row++) {
        factors[layer][row * sizes[layer] + unit] = kept / (1 - p[layer]);
      }
    });
    const spec = { sizes, activation, optimizer: 'sgd' } as const;
    const logs = predict(spec, Float64Array.from(parameters), rows, count, factors, float64);
    logs.forEach((log, i) => {
      arithmetic[i] += weight * Math.exp(log);
      logarithmic[i] += weight * log;
    });
  }
  return { arithmetic, logarithmic };
}

function largestDifference(a: Float64Array, b: Float64Array): number {
  return a.reduce(
    (most, x, i) => Math.max(most, Math.abs(x - b[i]) / Math.max(1, Math.abs(b[i]))),
    0,
  );
}

describe('the exact average', () => {
  test.each([
    ['two hidden layers', problemOf([2, 5, 4, 2], [0, 0.5, 0.3])],
    ['input and hidden layers, three classes', problemOf([3, 3, 4, 3], [0.2, 0.5, 0.3], 'tanh')],
    ['softmax regression', problemOf([6, 3], [0.4])],
    ['nothing dropped before the logits', problemOf([3, 5, 4, 3], [0.2, 0.5, 0], 'sigmoid')],
    ['a layer wider than one walk', problemOf([3, 12, 2], [0, 0.5])],
    ['a layer that is dropped whole', problemOf([2, 4, 4, 3], [0, 1, 0.5], 'tanh')],
    ['no dropout at all', problemOf([2, 4, 4, 3], [0, 0, 0], 'tanh')],
    ['logits of thousands', problemOf([2, 5, 5, 4], [0, 0.5, 0.5], 'relu', 40)],
  ])('equals the sum over masks one by one: %s', (_, problem) => {
    const sums = exact(problem);
    const expected = oneByOne(problem);
    // 2¹² float64 terms of size one at most, added in another order: 2¹² · 2⁻⁵³ ≈ 5e-13 at the worst.
    expect(largestDifference(sums.arithmetic, expected.arithmetic)).toBeLessThan(1e-12);
    expect(largestDifference(sums.logarithmic, expected.logarithmic)).toBeLessThan(1e-12);
    expect(Math.abs(sums.weight - 1)).toBeLessThan(1e-12);
  });

  test('is the same to the last bit whoever sums which chunk, and in whatever order', () => {
    const problem = problemOf([2, 6, 6, 3], [0, 0.5, 0.3]);
    const plan = planOf(problem.sizes, problem.p);
    const chunks = Array.from({ length: plan.chunks }, (_, chunk) => chunk);
    const backwards = chunks.toReversed().map((chunk) => sumChunk(problem, plan, chunk));
    expect(addSums(backwards.toReversed())).toEqual(exact(problem));
  });

  test('weighs masks so that they sum to one', () => {
    expect(exact(problemOf([2, 10, 10, 2], [0, 0.3, 0.7])).weight).toBeCloseTo(1, 12);
  });
});

describe('the plan', () => {
  test('refuses more than twenty droppable units, and says how many there are', () => {
    expect(() => planOf([2, 11, 10, 2], [0, 0.5, 0.5])).toThrow(/at most 20 .* got 21/);
    expect(planOf([2, 10, 10, 2], [0, 0.5, 0.5]).units).toBe(20);
  });

  test('counts neither layers that drop nothing nor layers that drop everything', () => {
    expect(planOf([784, 256, 8, 10], [0, 1, 0.5]).units).toBe(8);
  });
});
