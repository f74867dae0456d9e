import { modes } from '#lib/experiment/stability/drawn-names.ts';
import { describe, expect, test } from 'vitest';
import { quantileLevels, signalQuantities } from '#lib/experiment/stability/signals.ts';
import { stabilityPreset } from '#lib/experiment/stability/presets.ts';
import type { StackSpec } from '#lib/experiment/stability/stack.ts';
import { signals as text } from '#lib/i18n/en/stability/signals.ts';
import { groupShares, quantileOfBins, reachesBeyond } from '#lib/labs/stability/signals/bins.ts';
import { axisOf } from '#lib/labs/stability/signals/chart/axis.ts';
import { bandPath, linePath } from '#lib/labs/stability/signals/chart/paths.ts';
import { straysOf } from '#lib/labs/stability/signals/chart/strays.ts';
import { tickLabel, written } from '#lib/labs/stability/signals/chart/written.ts';
import { fateOf, winsOf, type LayerFactor } from '#lib/labs/stability/signals/claim.ts';
import { derivationOf } from '#lib/labs/stability/signals/derivation.ts';
import { heatPixels } from '#lib/labs/stability/signals/heat.ts';
import { limitsOf } from '#lib/labs/stability/signals/levels.ts';
import { linesOf } from '#lib/labs/stability/signals/lines.ts';
import { stepsOf } from '#lib/labs/stability/signals/steps.ts';
import { strayWords } from '#lib/labs/stability/signals/stray-words.ts';
import { signals, type SignalsAnswer } from '#workers/stability/signals/signals.ts';
import { nobody } from '../../workers/listener.ts';

/** A small stack, computed as the worker does it; float64 needs no memory of tfjs. */
async function computed(change: Partial<StackSpec>) {
  const stack: StackSpec = {
    ...stabilityPreset('he').stack,
    depth: 6,
    width: 16,
    networks: 12,
    inputs: { count: 4, mean: 0, scale: 1 },
    precision: 'float64',
    ...change,
  };
  const answer = await signals(null as never, { stack }, nobody);
  return { stack, answer };
}

describe('an axis of sizes', () => {
  test('a log axis leaves out what it has no place for', () => {
    const axis = axisOf('log', [0, 1e-12, 1, Infinity, NaN], 5);
    expect([axis.low, axis.high]).toEqual([1e-12, 1]);
    expect(axis.place(1e-6)).toBeCloseTo(0.5, 12);
    expect([axis.place(0), axis.place(Infinity), axis.place(NaN)]).toEqual([NaN, NaN, NaN]);
  });

  test('a share runs from 0 to 1 whatever there is', () => {
    const axis = axisOf('share', [0.2], 5);
    expect([axis.place(0), axis.place(0.25), axis.place(1)]).toEqual([0, 0.25, 1]);
  });

  test('numbers that are too large or too small for zeros are written as powers of ten', () => {
    expect(tickLabel(1e-20, 'log')).toBe('10⁻²⁰');
    expect(tickLabel(0.01, 'log')).toBe('0.01');
    expect(written(3.59e-32)).toBe('3.59 × 10⁻³²');
    expect([0, Infinity, NaN].map((x) => written(x))).toEqual(['0', '∞', 'NaN']);
    expect(written(0.125, 'share')).toBe('12.5%');
  });
});

describe('what has no place on a log axis', () => {
  test('stretches of 0, of infinity and of NaN are told apart', () => {
    expect(straysOf([1, 0, 0, 2, Infinity, NaN, NaN])).toEqual([
      { kind: 'zero', from: 1, to: 2 },
      { kind: 'infinite', from: 4, to: 4 },
      { kind: 'nan', from: 5, to: 6 },
    ]);
  });

  test('a line ends before them, and a band goes on to the edge', () => {
    const axis = axisOf('log', [0.01, 1], 3);
    const pixels = { x: [0, 1, 2, 3], axis, toX: (x: number) => x, toY: (place: number) => place };
    expect(linePath([1, 0.1, 0, 1], pixels)).toBe('M0.0,1.0L1.0,0.5M3.0,1.0');
    expect(bandPath([0.1, 0, 0, NaN], [1, 0.1, 0, 1], pixels)).toBe(
      'M0.0,1.0L1.0,0.5L1.0,0.0L0.0,0.5Z',
    );
  });

  test('they are named in the direction of the line', async () => {
    const { stack, answer } = await computed({ precision: 'float64' });
    const drawn = {
      stack: { ...stack, precision: 'float16' as const },
      answer: answer as SignalsAnswer,
    };
    const [signal, gradient] = linesOf({
      mode: 'both',
      answer,
      names: text.lines,
      means: false,
    }).lines;
    const say = (line: typeof signal, from: number, to: number, kind: 'zero' | 'infinite') =>
      strayWords(drawn, line, { kind, from, to }, text.stray);
    expect(say(signal, 4, 6, 'zero')).toBe('0 from layer 4 on');
    expect(say(signal, 2, 4, 'infinite')).toBe('∞ in layers 2 to 4');
    expect(say(gradient, 0, 2, 'zero')).toBe('0 from layer 2 down');
    expect(say(gradient, 0, 0, 'zero')).toBe('0 in layer 0');
    // In float64 a square can underflow where no number did: then that is said.
    const wide = strayWords(
      { stack, answer },
      signal,
      { kind: 'zero', from: 4, to: 6 },
      text.stray,
    );
    expect(wide).toBe('its square is below 10⁻³²³ from layer 4 on');
  });
});

describe('the lines of a stack', () => {
  test('a linear stack is drawn under the law of its first input, with a band', async () => {
    const { answer } = await computed({ activation: 'none', initialisation: 'xavier-normal' });
    const { kind, lines } = linesOf({ mode: 'both', answer, names: text.lines, means: true });
    expect(kind).toBe('log');
    for (const { theory, mean } of lines) {
      expect(theory?.low).toHaveLength(7);
      expect(mean).toHaveLength(7);
    }
    const [signal, gradient] = lines;
    expect(signal.theory!.value[6]).toBeCloseTo(Math.exp(answer.theory.one!.mean[6] / 2), 12);
    expect(signal.median[6]).toBeCloseTo(
      Math.sqrt(answer.quantities.one.quantiles[quantileLevels.indexOf(0.5) * 7 + 6]),
      12,
    );
    expect(gradient.low[0]).toBeLessThanOrEqual(gradient.median[0]);
  });

  test('every mode has lines of one length, and the mean is linear where it has both signs', async () => {
    const { answer } = await computed({ activation: 'tanh' });
    for (const mode of modes) {
      const { kind, lines } = linesOf({ mode, answer, names: text.lines, means: false });
      expect(lines.length).toBeGreaterThan(0);
      for (const { x, median, low, high } of lines)
        expect([median.length, low.length, high.length]).toEqual([x.length, x.length, x.length]);
      if (mode === 'mean') expect(kind).toBe('linear');
      if (mode === 'blocked') expect(kind).toBe('share');
    }
    expect(signalQuantities).toContain('dead');
  });

  test('a loss scale moves the limits of the gradient down', () => {
    const { stack } = stabilityPreset('loss-scaling');
    const limits = Object.fromEntries(limitsOf(stack).map(({ at, name }) => [name, at]));
    expect(limits['signal-smallest']).toBe(2 ** -24);
    expect(limits['scaled-smallest']).toBe(2 ** -34);
    expect(limitsOf({ ...stack, lossScale: 1 })).toHaveLength(2);
  });
});

describe('the derivation', () => {
  test('He: the factor ½ makes up for n_in σ² = 2, up and down', async () => {
    const numbers = derivationOf(await computed({}), 3);
    expect(numbers.up).toBeCloseTo(2, 12);
    expect(numbers.square).toBeCloseTo(0.5, 12);
    expect(numbers.slope).toBeCloseTo(0.5, 12);
    expect(numbers.factors.upAll.expected).toBeCloseTo(1, 12);
    expect(numbers.factors.downAll.expected).toBeCloseTo(1, 12);
  });

  test('dropout multiplies by 1/(1 − p): 2¹⁰ in ten layers', async () => {
    const drawn = await computed({ drop: 0.5, depth: 10, width: 32 });
    const numbers = derivationOf(drawn, 5);
    expect(numbers.keep).toBe(2);
    expect(numbers.square).toBeCloseTo(0.5, 12);
    expect(numbers.factors.upAll.expected).toBeCloseTo(1024, 8);
    expect(numbers.factors.upAll.typical).toBeLessThan(1024);
    // Five standard errors, where the range has two.
    const { measured, range, typical } = numbers.factors.upAll;
    const error = Math.log(range![1] / measured) / 2;
    expect(Math.abs(Math.log(measured / typical))).toBeLessThan(5 * error);
  });

  test('a residual branch of two matrices gives 1 + α², and h + f(h) with He doubles', async () => {
    const whole = derivationOf(await computed({ residual: 'identity', branch: 2 }), 2);
    expect(whole.square).toBeCloseTo(0.5, 12);
    expect(whole.factors.upLayer.expected).toBeCloseTo(2, 12);
    const scaled = derivationOf(await computed({ residual: 'scaled', branch: 2 }), 2);
    expect(scaled.factors.upAll.expected).toBeCloseTo((1 + 1 / 6) ** 6, 10);
  });

  test('alternating widths: what Xavier keeps is neither the one way nor the other', async () => {
    const drawn = await computed({
      activation: 'none',
      widths: 'alternating',
      initialisation: 'xavier-normal',
    });
    const numbers = derivationOf(drawn, 1);
    expect(numbers.up + numbers.down).toBeCloseTo(2, 12);
    expect(numbers.up).not.toBeCloseTo(1, 1);
  });

  test('its steps are those of the stack', async () => {
    const ids = async (change: Partial<StackSpec>) => {
      const drawn = await computed(change);
      const steps = stepsOf(derivationOf(drawn, 2), drawn.stack, text.derivation, 'φ');
      return { up: steps.up.map(({ id }) => id), down: steps.down.map(({ id }) => id), steps };
    };
    const plain = await ids({});
    expect(plain.up).toEqual(['sum', 'centred', 'variance', 'relu']);
    expect(plain.down).toEqual(['chain', 'backward', 'reluSlope']);
    expect(plain.steps.up[2].words).toContain('16 × 0.125 = 2');
    const full = await ids({ activation: 'tanh', drop: 0.2, residual: 'identity', branch: 2 });
    expect(full.up).toEqual(['sum', 'centred', 'variance', 'curved', 'mask', 'second', 'skip']);
    expect(full.down).toEqual(['chain', 'backward', 'curvedSlope', 'mask', 'backwardSkip']);
    // h + relu(W h): the branch has a mean, and its gradient no closed form.
    const crossed = await ids({ residual: 'identity', branch: 1 });
    expect(crossed.up.at(-1)).toBe('crossed');
    expect(crossed.down).not.toContain('backwardSkip');
  });
});

describe('the histogram', () => {
  const histogram = {
    edges: Float64Array.of(0, 1, 2, 3, 4),
    counts: Uint32Array.of(0, 1, 1, 1, 1, 0, /* a layer on */ 3, 0, 0, 0, 1, 0),
  };

  test('its quantiles lie within their bins, or beyond', () => {
    expect(quantileOfBins(histogram, 0, 0.5)).toBe(2);
    expect(quantileOfBins(histogram, 1, 0.5)).toBe(-Infinity);
    expect(quantileOfBins(histogram, 1, 1)).toBe(4);
    expect(reachesBeyond(histogram)).toBe(true);
  });

  test('groups of bins hold the shares of a layer', () => {
    expect(groupShares(histogram, 0, 2)).toEqual([0, 0.5, 0.5, 0]);
    expect(groupShares(histogram, 1, 2)).toEqual([0.75, 0, 0.25, 0]);
  });

  test('its heat map has the highest values at the top, darkest where a layer has most', () => {
    const { width, height, data } = heatPixels(histogram, [0, 0, 0], [200, 100, 50]);
    expect([width, height]).toEqual([2, 6]);
    const pixel = (layer: number, row: number) =>
      [...data.subarray(4 * (row * 2 + layer))].slice(0, 3);
    expect(pixel(1, 5)).toEqual([200, 100, 50]);
    expect(pixel(1, 0)).toEqual([0, 0, 0]);
    expect(pixel(1, 1)[0]).toBe(Math.round(200 * Math.sqrt(1 / 3)));
  });
});

describe('“ReLU explodes more easily”', () => {
  const factor = (gain: number, low: number, high: number): LayerFactor => ({
    gain,
    low,
    high,
    median: (low + high) / 2,
    theory: NaN,
  });
  const relu = [factor(1, 0.6, 0.8), factor(1.41, 0.95, 1.05), factor(2, 1.3, 1.5)];

  test('an activation vanishes or explodes only where its whole band does', () => {
    expect(fateOf(relu)).toEqual({ kind: 'crosses', below: 1, above: 2 });
    expect(fateOf(relu.slice(0, 1))).toEqual({ kind: 'vanishes' });
    expect(fateOf(relu.slice(2))).toEqual({ kind: 'explodes' });
    expect(fateOf([...relu].reverse())).toEqual({ kind: 'other' });
  });

  test('ReLU wins only where the bands do not overlap', () => {
    const sigmoid = [factor(1, 0.2, 0.3), factor(1.41, 0.2, 0.96), factor(2, 0.4, 0.5)];
    expect(winsOf({ relu, sigmoid })).toBe(2);
  });
});
