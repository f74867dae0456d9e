import { describe, expect, it } from 'vitest';
import { barsOf, marksOf, residualOf, writtenGain } from '#lib/labs/subnetworks/gain/bars.ts';
import { comparisonsOf, differenceOf, sharingOf } from '#lib/labs/subnetworks/gain/comparisons.ts';
import { estimateOf } from '#lib/labs/subnetworks/gain/estimate.ts';
import type { GainAnswer } from '#workers/observatory/gain/gain.ts';
import type { AllLosses } from '#workers/observatory/gain/losses.ts';

const examples = 100;
const list = (value: (i: number) => number) => Float64Array.from({ length: examples }, (_, i) => value(i)); // prettier-ignore

/** Losses whose mean over the examples is `mean`, of members that are worse by `spread`. */
function losses(mean: number, spread: number): AllLosses {
  const noise = list((i) => (i % 2 === 0 ? 0.01 : -0.01));
  const one = {
    mean: noise.map((value) => mean + value),
    spread: list(() => spread),
    members: noise.map((value) => mean + spread + value),
  };
  const wrong = list((i) => Number(i < 100 * mean));
  const error = { mean: wrong, members: wrong.map((x) => x * 0.5 + 0.25), spread: list(() => 0) };
  return { nll: one, brier: one, error };
}

const answer: GainAnswer = {
  examples,
  averages: [
    { variant: 'dropout', k: 200, groups: 1, ...losses(0.2, 0.05) },
    { variant: 'dropout', k: 8, groups: 25, ...losses(0.22, 0.03) },
    { variant: 'subnetworks', k: 8, groups: 1, ...losses(0.3, 0.1) },
    { variant: 'shared-subnetworks', k: 8, groups: 1, ...losses(0.25, 0.02) },
  ],
  references: [
    { variant: 'single', ...losses(0.4, 0) },
    { variant: 'dropout', ...losses(0.21, 0) },
    { variant: 'weight-decay', ...losses(0.3, 0) },
  ],
};

describe('an estimate', () => {
  it('is a mean and its standard error', () => {
    const { value, error } = estimateOf(Float64Array.of(1, 2, 3, 4));
    expect(value).toBe(2.5);
    expect(error).toBeCloseTo(Math.sqrt(5 / 3 / 4), 12);
  });

  it('is none where a figure is not finite, or there is nothing', () => {
    expect(estimateOf(Float64Array.of(1, Infinity))).toEqual({ value: NaN, error: NaN });
    expect(estimateOf(new Float64Array(0)).value).toBeNaN();
  });
});

describe('the bars of the gain', () => {
  it('are members − gain = mean, as they are computed and as they are written', () => {
    for (const kind of ['nll', 'brier'] as const)
      for (const bar of barsOf(answer, kind)) {
        expect(bar.members.value - bar.gain.value).toBeCloseTo(bar.mean.value, 12);
        const written = (value: number) => Number(value.toFixed(3));
        const sum = written(bar.mean.value) + writtenGain(bar);
        expect(sum).toBeCloseTo(written(bar.members.value), 9);
      }
  });

  it('show a plain difference for the error, which may be negative', () => {
    const [bar] = barsOf(answer, 'error');
    expect(bar.gain.value).toBeCloseTo(bar.members.value - bar.mean.value, 12);
    const worse = barsOf({ ...answer, averages: [{ ...answer.averages[0], ...losses(0.9, 0) }] }, 'error'); // prettier-ignore
    expect(worse[0].gain.value).toBeLessThan(0);
  });

  it('have the single network and dropout turned off as marks', () => {
    expect(marksOf(answer, 'nll').map(({ variant }) => variant)).toEqual(['single', 'dropout']);
    expect(marksOf({ ...answer, references: [] }, 'nll')).toEqual([]);
  });

  it('say how exactly the identity came out', () => {
    expect(residualOf(answer, 'nll')).toBeLessThan(1e-15);
    const off = structuredClone(answer);
    off.averages[1].nll.spread[3] += 0.5;
    expect(residualOf(off, 'nll')).toBeCloseTo(0.5, 12);
  });
});

describe('what is said of the gain', () => {
  it('is better or worse only where the paired interval excludes zero', () => {
    const a = list((i) => 1 + 0.1 * Math.sin(i));
    expect(differenceOf(a, a.map((x) => x + 0.01), false).relation).toBe('better'); // prettier-ignore
    expect(differenceOf(a, a.map((x) => x - 0.01), false).relation).toBe('worse'); // prettier-ignore
    expect(differenceOf(a, list((i) => 1 + 0.1 * Math.cos(i)), false).relation).toBe('no clear difference'); // prettier-ignore
  });

  it('is nothing where both are the same, for counts and for quantities', () => {
    const zero = new Float64Array(examples);
    expect(differenceOf(zero, zero, false)).toMatchObject({ low: 0, high: 0 });
    const counted = differenceOf(zero, zero, true);
    expect(counted.low).toBeLessThan(0);
    expect(counted.relation).toBe('no clear difference');
  });

  it('takes the sharing of weights apart: members, gain, and their sum', () => {
    const { members, gain, mean, k } = sharingOf(answer, 'nll')!;
    expect(k).toBe(8);
    expect(members.value).toBeCloseTo(0.27 - 0.4, 12);
    expect(gain.value).toBeCloseTo(-0.08, 12);
    expect(mean.value).toBeCloseTo(members.value - gain.value, 12);
    const alone = answer.averages.filter(({ variant }) => variant !== 'subnetworks');
    expect(sharingOf({ ...answer, averages: alone }, 'nll')).toBeNull();
  });

  it('compares the average of dropout with off, and each whole average with the single network', () => {
    const sides = comparisonsOf(answer, 'nll').map(
      ({ subject, object }) => `${subject.variant} ${subject.k} ${object.variant}`,
    );
    expect(sides).toEqual([
      'dropout 200 dropout',
      'dropout 200 single',
      'subnetworks 8 single',
      'shared-subnetworks 8 single',
    ]);
  });
});
