import { describe, expect, it } from 'vitest';
import { preset } from '#lib/experiment/presets.ts';
import { parseExperiment } from '#lib/experiment/validate.ts';
import { atRate, rates, ratesAtEnd } from '#lib/labs/subnetworks/scaling/at-rate.ts';
import {
  excess,
  figureOf,
  outcomeOf,
  outcomesOf,
  scaledBy,
  seriesOf,
  sureness,
} from '#lib/labs/subnetworks/scaling/figures.ts';
import type { Scaled, ScalingAnswer, TestScaling } from '#workers/observatory/scaling/scaling.ts';

const n = 200;

/** A network that is wrong on the first `wrong` of 200 examples, with a probability of 3/4 always. */
function scaled(scaling: TestScaling, wrong: number): Scaled {
  const mistakes = Uint8Array.from({ length: n }, (_, i) => Number(i < wrong));
  return {
    scaling,
    wrong: mistakes,
    loss: Float64Array.from(mistakes, (mistake) => -Math.log(mistake ? 0.25 : 0.75)),
    calibration: {
      count: Int32Array.of(0, n),
      confidence: Float64Array.of(NaN, 0.75),
      accuracy: Float64Array.of(NaN, 1 - wrong / n),
      ece: Math.abs(0.25 - wrong / n),
      chance: 0.02,
    },
    difference: 0,
  };
}

const answer = (p: number, none: number, drop: number, keep: number): ScalingAnswer => ({
  p: [0, p],
  scaled: [scaled('none', none), scaled('drop', drop), scaled('keep', keep), scaled('inverted', keep)],
}); // prettier-ignore
const points = new Map([
  [0.5, answer(0.5, 40, 20, 20)],
  [0.1, answer(0.1, 20, 90, 20)],
  [0.2, answer(0.2, 22, 5, 20)],
]);

describe('an experiment at another drop probability', () => {
  const experiment = preset('tiny-moons');

  it('has it in every hidden layer, and is otherwise the same', () => {
    for (const p of rates) {
      const other = atRate(experiment, p);
      expect(ratesAtEnd(other)).toEqual([0, p, p]);
      expect({ ...other, dropout: experiment.dropout }).toEqual(experiment);
      expect(parseExperiment(other).ok).toBe(true);
    }
  });

  it('forgets changes of what it sets, and keeps the others', () => {
    experiment.changes = [
      { step: 3, path: 'training.learningRate', value: 0.1 },
      { step: 4, path: 'dropout.hidden.1', value: 0.7 },
      { step: 5, path: 'dropout.input', value: 0.2 },
    ];
    const other = atRate(experiment, 0.4);
    expect(other.changes.map(({ step }) => step)).toEqual([3, 5]);
    expect(ratesAtEnd(other)).toEqual([0.2, 0.4, 0.4]);
  });

  it('drops inputs where there is no hidden layer', () => {
    const flat = { ...preset('tiny-moons'), dropout: { input: 0, hidden: [] } };
    flat.network = { ...flat.network, hidden: [] };
    expect(ratesAtEnd(atRate(flat, 0.3))).toEqual([0.3]);
  });
});

describe('figures of a scaling', () => {
  it('come with their 95% intervals, but for the calibration error', () => {
    const one = scaled('keep', 20);
    const error = figureOf(one, 'error');
    expect(error.value).toBe(0.1);
    expect(error.low).toBeLessThan(0.1);
    const { value, low, high } = figureOf(one, 'loss');
    expect((low + high) / 2).toBeCloseTo(value, 12);
    expect(figureOf(one, 'ece').value).toBeCloseTo(0.15, 12);
    expect(figureOf(one, 'ece').low).toBeNaN();
  });

  it('say how sure a network is, and how often right', () => {
    expect(sureness(scaled('keep', 20))).toEqual({ sure: 0.75, right: 0.9 });
  });

  it('are lines over ascending drop probabilities, one for each function', () => {
    const lines = seriesOf(points, 'error', { none: 'a', drop: 'b', keep: 'c' });
    expect(lines.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect([...lines[1].x as number[]]).toEqual([0.1, 0.2, 0.5]); // prettier-ignore
    expect([...lines[1].y as number[]]).toEqual([0.45, 0.025, 0.1]); // prettier-ignore
    expect(seriesOf(points, 'ece', { none: '', drop: '', keep: '' })[0].band).toBeUndefined();
  });

  it('know by what a layer is too large', () => {
    expect(excess('none', 0.5)).toBe(2);
    expect(excess('drop', 0.5)).toBe(1);
    expect(excess('drop', 0.1)).toBeCloseTo(1 / 9, 12);
    expect(excess('keep', 0.1)).toBe(1);
  });
});

describe('a wrong scaling against the right one', () => {
  it('is the same at p = ½, and else worse, better or not clear', () => {
    expect(outcomeOf(points.get(0.5)!, 'drop', 'error')).toBe('same');
    expect(outcomeOf(points.get(0.1)!, 'drop', 'error')).toBe('worse');
    expect(outcomeOf(points.get(0.2)!, 'drop', 'loss')).toBe('better');
    expect(outcomeOf(points.get(0.2)!, 'none', 'error')).toBe('no clear difference');
  });

  it('is told by outcome, with the drop probabilities of each', () => {
    expect(outcomesOf(points, 'drop', 'error')).toEqual([
      { outcome: 'worse', rates: [0.1] },
      { outcome: 'better', rates: [0.2] },
      { outcome: 'same', rates: [0.5] },
    ]);
    expect(scaledBy(points.get(0.1)!, 'keep').scaling).toBe('keep');
  });
});
