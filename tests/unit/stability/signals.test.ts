import { describe, expect, it } from 'vitest';
import { quantileLevels } from '#lib/experiment/stability/signals.ts';
import { stackInitialisations, type StackSpec } from '#lib/experiment/stability/stack.ts';
import { plainArithmetic } from '#workers/stability/tools/arithmetic.ts';
import { drawWeights } from '#workers/stability/deep/draw.ts';
import { planOf } from '#workers/stability/deep/plan.ts';
import { quantilesOf } from '#workers/stability/tools/quantiles.ts';
import { drawInputs, networkSignals } from '#workers/stability/signals/network.ts';
import { signals, type SignalsAnswer } from '#workers/stability/signals/signals.ts';
import { watch } from '#workers/stability/tools/trouble.ts';
import { memory } from './memory.ts';
import { listener } from '../workers/listener.ts';
import { stackOf } from './stacks.ts';

const ask = async (change: Partial<StackSpec> = {}, turns?: number) => {
  const { told, conversation } = listener<SignalsAnswer>(turns);
  return { told, answer: await signals(memory, { stack: stackOf(change) }, conversation) };
};

describe('the signals of a stack', () => {
  it('have a number for the input and for each layer, of each quantity', async () => {
    const { answer } = await ask({ networks: 3, depth: 4, precision: 'float32' });
    expect(answer.networks).toBe(3);
    expect(answer.widths).toEqual([8, 8, 8, 8, 8]);
    for (const summary of Object.values(answer.quantities)) {
      for (const numbers of [summary.first, summary.mean, summary.logMean, summary.logVariance])
        expect(numbers).toHaveLength(5);
      expect(summary.quantiles).toHaveLength(5 * quantileLevels.length);
    }
    expect(answer.quantities.second.first[0]).toBeGreaterThan(0);
    expect(answer.quantities.weights.first[0]).toBeNaN();
  });

  it('are the same in every precision, to its roundings', async () => {
    const [exact, single, half] = await Promise.all(
      (['float64', 'float32', 'float16'] as const).map((precision) => ask({ precision })),
    );
    for (const name of ['second', 'variance', 'one', 'gradient', 'weights'] as const) {
      const of = ({ answer }: typeof exact) => answer.quantities[name].first;
      of(exact).forEach((x, l) => {
        if (name === 'weights' && l === 0) return;
        expect(Math.abs(of(single)[l] / x - 1)).toBeLessThan(1e-5);
        expect(Math.abs(of(half)[l] / x - 1)).toBeLessThan(0.03);
      });
    }
  });

  it('of a network do not depend on how many networks follow', async () => {
    const one = await ask({ networks: 1 });
    const many = await ask({ networks: 4 });
    expect(many.answer.quantities.gradient.first).toEqual(one.answer.quantities.gradient.first);
    expect(many.answer.histogram).toEqual(one.answer.histogram);
  });

  it('count every activation of the first network once', async () => {
    for (const activation of ['none', 'relu', 'sigmoid', 'tanh', 'scaled-sigmoid'] as const) {
      const { answer } = await ask({
        activation,
        networks: 2,
        inputs: { count: 4, mean: 0, scale: 3 },
      });
      const { counts, edges } = answer.histogram;
      expect([...edges]).toEqual([...edges].sort((a, b) => a - b));
      expect(counts.reduce((sum, n) => sum + n, 0)).toBe(6 * 8 * 4);
      const last = counts.subarray(5 * (edges.length + 1));
      if (activation !== 'none' && activation !== 'relu')
        expect([last[0], last[last.length - 1]]).toEqual([0, 0]);
    }
  });

  it('count every pre-activation of the first network once, behind a skip and a mask, too', async () => {
    const stack = stackOf({ activation: 'relu', residual: 'identity', branch: 2, drop: 0.5 });
    const { conversation } = listener<SignalsAnswer>();
    const { preActivations } = await signals(memory, { stack, reach: 3 }, conversation);
    const { edges, counts } = preActivations!;
    expect([edges[0], edges[edges.length - 1]]).toEqual([-3, 3]);
    for (let layer = 0; layer < 5; layer++) {
      const row = counts.subarray(layer * (edges.length + 1), (layer + 1) * (edges.length + 1));
      expect(row.reduce((sum, n) => sum + n, 0)).toBe(8 * 4);
      // A ReLU has not been at them yet: some are below 0.
      expect(row.subarray(0, edges.length / 2).some((n) => n > 0)).toBe(true);
    }
    const without = await ask();
    expect(without.answer.preActivations).toBeNull();
  });

  it('find half of the units of a ReLU blocked, and a saturated tanh', async () => {
    const relu = await ask({ activation: 'relu', initialisation: 'he', width: 256, depth: 1 });
    expect(relu.answer.quantities.saturated.first[1]).toBeCloseTo(0.5, 1);
    const few = await ask({
      activation: 'relu',
      initialisation: 'he',
      width: 256,
      depth: 1,
      inputs: { count: 1, mean: 0, scale: 1 },
    });
    const { dead, saturated } = few.answer.quantities;
    expect(dead.first[1]).toBe(saturated.first[1]);
    const tanh = await ask({ initialisation: 'normal', sigma: 10, depth: 1 });
    expect(tanh.answer.quantities.saturated.first[1]).toBeGreaterThan(0.8);
  });

  it('stop when nobody wants the rest, with the networks that are done', async () => {
    // Ten turns a network of five layers.
    const { answer } = await ask({ networks: 50 }, 25);
    expect(answer.networks).toBe(2);
    const none = await ask({ networks: 50 }, 3);
    expect(none.answer.networks).toBe(0);
    expect(none.answer.quantities.second.first.every(Number.isNaN)).toBe(true);
  });

  it('tell what there is so far, network by network', async () => {
    const { told, answer } = await ask({ networks: 60, width: 64, depth: 20 });
    expect(told.length).toBeGreaterThan(0);
    expect(told[0].networks).toBeLessThan(60);
    expect(told[0].quantities.mean.first).toEqual(answer.quantities.mean.first);
  });

  it('are the same where the weights are too many to keep, and are drawn again', async () => {
    const plan = planOf(stackOf({ residual: 'identity', branch: 2, drop: 0.2 }));
    const goesOn = async () => true;
    const [kept, drawn] = await Promise.all(
      [undefined, 0].map((keep) =>
        networkSignals(
          plan,
          0,
          drawInputs(plan),
          plainArithmetic('float32'),
          watch(),
          goesOn,
          () => {},
          keep,
        ),
      ),
    );
    expect(drawn).toEqual(kept);
  });
});

describe('where numbers go wrong', () => {
  it('is named by pass, layer and operation: float16 underflows on the way down', async () => {
    const { answer } = await ask({
      activation: 'sigmoid',
      depth: 20,
      width: 64,
      precision: 'float16',
    });
    expect(answer.troubles).toHaveLength(1);
    const [{ pass, operation, value, layer }] = answer.troubles;
    expect({ pass, operation, value }).toEqual({
      pass: 'backward',
      operation: 'delta',
      value: '0',
    });
    // From 1, times .236 a layer: 2⁻²⁵ is passed after 12 layers, the largest of 256 numbers a little later.
    expect(layer).toBeGreaterThan(4);
    expect(layer).toBeLessThan(9);
    expect(answer.quantities.gradient.first[0]).toBe(0);
  });

  it('moves down with loss scaling, and the gradients that are read are those without it', async () => {
    const change = { activation: 'sigmoid', depth: 14, width: 64, precision: 'float16' } as const;
    const plain = await ask(change);
    const scaled = await ask({ ...change, lossScale: 1_024 });
    const exact = await ask({ ...change, precision: 'float64' });
    expect(plain.answer.quantities.gradient.first[0]).toBe(0);
    expect(scaled.answer.troubles).toEqual([]);
    const ratio =
      scaled.answer.quantities.gradient.first[0] / exact.answer.quantities.gradient.first[0];
    expect(Math.abs(ratio - 1)).toBeLessThan(0.2);
  });

  it('is a loss scale that is too large: the top overflows', async () => {
    const { answer } = await ask({ precision: 'float16', lossScale: 2 ** 20 });
    expect(answer.troubles[0]).toMatchObject({ pass: 'backward', layer: 5, operation: 'gradient' });
    expect(['Infinity', '-Infinity']).toContain(answer.troubles[0].value);
  });

  it('is the way up where weights are large, in half precision long before single', async () => {
    const change = { activation: 'relu', initialisation: 'normal', sigma: 10, depth: 200 } as const;
    const half = await ask({ ...change, precision: 'float16' });
    const single = await ask({ ...change, precision: 'float32' });
    const double = await ask({ ...change, precision: 'float64' });
    expect(half.answer.troubles[0]).toMatchObject({ pass: 'forward', operation: 'pre-activation' });
    expect(half.answer.troubles[0].layer).toBeLessThan(single.answer.troubles[0].layer);
    expect(single.answer.troubles[0].layer).toBeLessThan(40);
    expect(double.answer.troubles.filter(({ value }) => value !== '0')).toEqual([]);
  });
});

describe('drawn weights', () => {
  const draw = (change: Partial<StackSpec>) => {
    const plan = planOf(stackOf({ depth: 1, width: 64, ...change }));
    const { inputs, outputs, variance } = plan.layers[0].matrices[0];
    const out = new Float64Array(inputs * outputs);
    drawWeights(plan, 0, 0, 0, out, (x) => x);
    return { out, inputs, outputs, variance };
  };

  it('have the variance of their initialisation', () => {
    for (const initialisation of [
      'normal',
      '1/n_in',
      'xavier-normal',
      'xavier-uniform',
      'he',
    ] as const) {
      const { out, variance } = draw({ initialisation, widths: 'alternating', gain: 1.5 });
      const mean = out.reduce((sum, x) => sum + x, 0) / out.length;
      const square = out.reduce((sum, x) => sum + x * x, 0) / out.length;
      expect(Math.abs(mean)).toBeLessThan(4.5 * Math.sqrt(variance / out.length));
      // The variance of w² is at most 2σ⁴, a normal weight's.
      expect(Math.abs(square / variance - 1)).toBeLessThan(4.5 * Math.sqrt(2 / out.length));
    }
  });

  it('are orthonormal along their shorter side, whichever that is', () => {
    for (const widths of ['constant', 'alternating', 'tapering'] as const) {
      const { out, inputs, outputs } = draw({ initialisation: 'orthogonal', widths });
      for (const [a, b] of [
        [0, 0],
        [0, 1],
        [2, 5],
      ]) {
        let dot = 0;
        if (outputs <= inputs)
          for (let i = 0; i < inputs; i++) dot += out[a * inputs + i] * out[b * inputs + i];
        else for (let o = 0; o < outputs; o++) dot += out[o * inputs + a] * out[o * inputs + b];
        expect(dot).toBeCloseTo(a === b ? 1 : 0, 12);
      }
    }
  });

  it('are never all 0, whatever their initialisation', () => {
    for (const initialisation of stackInitialisations)
      expect(Math.max(...draw({ initialisation }).out)).toBeGreaterThan(0);
  });

  it('are all σ where they are constant', () => {
    expect(new Set(draw({ initialisation: 'constant', sigma: 0.25 }).out)).toEqual(new Set([0.25]));
  });
});

describe('quantiles', () => {
  it('interpolate each column by itself, and take NaN for the largest', () => {
    const rows = Float64Array.from([3, 1, 1, NaN, 2, Infinity]);
    const all = quantilesOf(rows, 3, 2);
    const median = quantileLevels.indexOf(0.5);
    expect([...all.subarray(2 * median, 2 * median + 2)]).toEqual([2, Infinity]);
    expect(quantilesOf(rows, 0, 2).every(Number.isNaN)).toBe(true);
  });
});
