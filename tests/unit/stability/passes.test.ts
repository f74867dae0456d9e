import { describe, expect, it } from 'vitest';
import { generator } from '#lib/random/generator.ts';
import { stackActivations, type StackSpec } from '#lib/experiment/stability/stack.ts';
import {
  plainArithmetic,
  arithmeticOf,
  type Arithmetic,
  type Cells,
} from '#workers/stability/tools/arithmetic.ts';
import { backwardLayer } from '#workers/stability/deep/backward.ts';
import { drawWeights } from '#workers/stability/deep/draw.ts';
import { forwardLayer, type LayerCall, type Passed } from '#workers/stability/deep/forward.ts';
import { layerMask } from '#workers/stability/deep/mask.ts';
import { planOf } from '#workers/stability/deep/plan.ts';
import { watch } from '#workers/stability/tools/trouble.ts';
import { memory } from './memory.ts';
import { stackOf } from './stacks.ts';

const count = 3;

function normals(length: number, seed: number, scale = 1): Float64Array {
  const random = generator(seed);
  return Float64Array.from({ length }, () => scale * random.normal());
}

/** A stack with all that its passes need, biases too: everything that a gradient is taken by. */
function problemOf(spec: StackSpec) {
  const plan = planOf(spec);
  const parameters = plan.layers.map(({ matrices }, l) => ({
    matrices: matrices.map((m, i) => {
      const out = new Float64Array(m.inputs * m.outputs);
      drawWeights(plan, l, i, 0, out, (x) => x);
      return out;
    }),
    biases: matrices.map(({ outputs }, i) => normals(outputs, 100 + 2 * l + i, 0.3)),
  }));
  const input = normals(plan.widths[0] * count, 1);
  const top = normals(plan.widths[spec.depth] * count, 2);
  return { plan, parameters, input, top };
}
type Problem = ReturnType<typeof problemOf>;

function cellsOf(arithmetic: Arithmetic, numbers: Float64Array, rows: number): Cells {
  const cells = arithmetic.make(rows, numbers.length / rows);
  arithmetic.view(cells).set(numbers);
  return cells;
}

/** Both passes: what comes out on top, and every derivative of Σ top · out, in the order of `parts`. */
function run({ plan, parameters, input, top }: Problem, arithmetic: Arithmetic) {
  const calls = plan.layers.map((layer, l): LayerCall => {
    const matrices = parameters[l].matrices.map((numbers, i) =>
      cellsOf(arithmetic, numbers, layer.matrices[i].outputs),
    );
    const biases = parameters[l].biases.map((bias) => {
      const own = arithmetic.numbers(bias.length);
      own.set(bias);
      return own;
    });
    const mask = layerMask(plan, l, 0, 7, count);
    return {
      layer,
      number: l + 1,
      weights: { matrices, biases },
      mask,
      arithmetic,
      watch: watch(),
    };
  });
  const h = [cellsOf(arithmetic, input, plan.widths[0])];
  const passed: Passed[] = calls.map((call, l) => {
    const pass = forwardLayer(call, h[l]);
    h.push(pass.out);
    return pass;
  });
  const out = Float64Array.from(arithmetic.view(h[calls.length]));
  const gradients: Float64Array[] = [];
  let g = cellsOf(arithmetic, top, plan.widths[calls.length]);
  for (let l = calls.length - 1; l >= 0; l--) {
    const { below, weights, biases } = backwardLayer(calls[l], passed[l], h[l], g);
    gradients.unshift(
      ...weights.map((cells) => Float64Array.from(arithmetic.view(cells))),
      ...biases.map((bias) => Float64Array.from(bias)),
    );
    g = below;
  }
  gradients.unshift(Float64Array.from(arithmetic.view(g)));
  arithmetic.release();
  return { out, gradients };
}

/** Everything that may be changed: the input, then each layer's matrices and biases. */
function parts({ parameters, input }: Problem): Float64Array[] {
  return [input, ...parameters.flatMap(({ matrices, biases }) => [...matrices, ...biases])];
}

const loss = (problem: Problem) =>
  run(problem, plainArithmetic('float64')).out.reduce((sum, x, i) => sum + problem.top[i] * x, 0);

const kinds: [string, Partial<StackSpec>][] = [
  ['plain layers', {}],
  ['tapering layers', { widths: 'tapering', width: 16 }],
  ['alternating layers, which have no skips', { widths: 'alternating', residual: 'identity' }],
  ['h + φ(W h)', { residual: 'identity' }],
  ['h + W₂ φ(W₁ h)/√L', { residual: 'scaled', branch: 2 }],
  ['plain layers with dropout', { drop: 0.3 }],
  ['h + W₂ mask φ(W₁ h)', { residual: 'identity', branch: 2, drop: 0.3 }],
  ['h + mask φ(W h)/√L', { residual: 'scaled', drop: 0.3 }],
];

describe.each(kinds)('the passes through %s', (_, change) => {
  it.each(stackActivations)('give the derivatives of finite differences, with %s', (activation) => {
    const problem = problemOf(stackOf({ ...change, activation }));
    const { gradients } = run(problem, plainArithmetic('float64'));
    parts(problem).forEach((numbers, part) => {
      expect(gradients[part]).toHaveLength(numbers.length);
      // A few of each, spread over it; central differences err by 1e-10 or so here.
      for (let i = part % 3; i < numbers.length; i += 1 + Math.floor(numbers.length / 5)) {
        const was = numbers[i];
        const step = 1e-5;
        numbers[i] = was + step;
        const above = loss(problem);
        numbers[i] = was - step;
        const below = loss(problem);
        numbers[i] = was;
        const difference = (above - below) / (2 * step);
        expect(Math.abs(gradients[part][i] - difference)).toBeLessThan(
          1e-8 * (1 + Math.abs(difference)),
        );
      }
    });
  });

  it('are the same in WASM as in plain loops, to the roundings of float32', () => {
    const problem = problemOf(stackOf(change));
    const exact = run(problem, plainArithmetic('float64'));
    for (const arithmetic of [arithmeticOf('float32', memory), plainArithmetic('float32')]) {
      const single = run(problem, arithmetic);
      [exact.out, ...exact.gradients].forEach((numbers, part) => {
        const size = Math.max(...numbers.map(Math.abs));
        const got = [single.out, ...single.gradients][part];
        numbers.forEach((x, i) => expect(Math.abs(got[i] - x)).toBeLessThan(1e-5 * (1 + size)));
      });
    }
  });
});

describe('the plain arithmetic', () => {
  it('multiplies in each precision: float16 rounds what it stores, and sums in float32', () => {
    const a = Float64Array.from([1, 2 ** -12, 3]);
    const b = Float64Array.from([1, 1, 1 / 3]);
    const product = (precision: 'float64' | 'float32' | 'float16') => {
      const arithmetic = plainArithmetic(precision);
      const left = cellsOf(arithmetic, a.map(arithmetic.round), 1);
      const right = cellsOf(arithmetic, b.map(arithmetic.round), 3);
      return arithmetic.view(arithmetic.product(left, right))[0];
    };
    expect(product('float64')).toBe(1 + 2 ** -12 + 3 * (1 / 3));
    expect(product('float32')).toBe(2 + 2 ** -12);
    // 3 · float16(1/3) is 1 − 2⁻¹²; the small term is not lost before it: 2 exactly, by two halves.
    expect(product('float16')).toBe(2);
  });
});
