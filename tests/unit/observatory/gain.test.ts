import { describe, expect, it } from 'vitest';
import { gain, type GainAnswer, type GainNews } from '#workers/observatory/gain/gain.ts';
import { membersOf } from '#workers/observatory/members.ts';
import { variants } from '#workers/variants/index.ts';
import { trainedStudy } from './trained.ts';
import { listener } from '../workers/listener.ts';

const study = await trainedStudy();
const { members } = study.experiment;
const { conversation } = listener<GainNews>();
const answer = await gain(study, { draws: 40 }, conversation);
const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
const averageOf = ({ averages }: GainAnswer, variant: string, k?: number) =>
  averages.find((one) => one.variant === variant && (k === undefined || one.k === k))!;

describe('what averaging gives', () => {
  it('is asked of every ensemble, and of dropout with as many networks as the others too', () => {
    expect(answer.averages.map(({ variant, k, groups }) => [variant, k, groups])).toEqual([
      ['dropout', 40, 1],
      ['dropout', members, 40 / members],
      ['subnetworks', members, 1],
      ['shared-subnetworks', members, 1],
      ['full-ensemble', members, 1],
    ]);
    expect(answer.references.map(({ variant }) => variant)).toEqual([
      'single',
      'dropout',
      'weight-decay',
    ]);
    expect(answer.examples).toBe(200);
  });

  it('is the spread of the members, exactly: members − spread = mean, on every example', () => {
    for (const average of answer.averages)
      for (const kind of ['nll', 'brier'] as const) {
        const { members, spread, mean } = average[kind];
        members.forEach((loss, i) => {
          expect(Math.abs(loss - spread[i] - mean[i])).toBeLessThan(1e-12 * Math.max(1, loss));
          expect(spread[i]).toBeGreaterThan(-1e-12);
        });
        expect(total(spread)).toBeGreaterThan(0);
      }
  });

  it('has no such identity for the error: averaging can cost there', () => {
    for (const { error } of answer.averages) {
      expect(total(error.spread)).toBe(0);
      error.members.forEach((share) => expect(share).toBeGreaterThanOrEqual(0));
      error.mean.forEach((share) => expect(share).toBeLessThanOrEqual(1 + 1e-12));
    }
  });

  it('leaves one network as it is', () => {
    for (const { nll, brier, error } of answer.references) {
      expect(nll.members).toEqual(nll.mean);
      expect(error.members).toEqual(error.mean);
      expect(total(brier.spread)).toBe(0);
    }
  });

  it('divides the same members otherwise when fewer are averaged: the spread of k is smaller', () => {
    const many = averageOf(answer, 'dropout', 40);
    const few = averageOf(answer, 'dropout', members);
    expect(total(few.nll.members)).toBeCloseTo(total(many.nll.members), 8);
    // Of k independent members the spread is 1 − 1/k of what it is of all, on average.
    expect(total(few.brier.spread)).toBeLessThan(total(many.brier.spread));
  });

  it('says what it has when nobody wants more', async () => {
    const { conversation } = listener<GainNews>(3);
    const part = await gain(study, { draws: 40 }, conversation);
    expect(part.references).toHaveLength(3);
    expect(part.averages).toHaveLength(0);
  });

  it('tells how far it is, never further than the end', () => {
    const { told, conversation } = listener<GainNews>();
    return Promise.resolve(gain(study, { draws: 8 }, conversation)).then(() => {
      expect(told.length).toBeGreaterThan(0);
      for (const { done, all } of told) expect(done).toBeLessThanOrEqual(all);
      expect(told[0].all).toBe(8 + 3 * members + 3);
    });
  });
});

describe('the networks of a variant', () => {
  it('have the masks of its training: own and shared subnetworks keep the same units', () => {
    const own = membersOf(study, 'subnetworks');
    const shared = membersOf(study, 'shared-subnetworks');
    expect(own).toHaveLength(members);
    expect(own.map(({ kept }) => kept)).toEqual(shared.map(({ kept }) => kept));
    expect(own[0].parameters).not.toEqual(own[1].parameters);
    expect(shared[0].parameters).toBe(shared[1].parameters);
    expect(own[0].kept[0]).toBeNull();
  });

  it('are as many as the variant trains', () => {
    for (const name of ['single', 'dropout', 'weight-decay', 'full-ensemble'] as const)
      expect(membersOf(study, name)).toHaveLength(variants[name].members(study.experiment));
  });

  it('leave out a member that stopped, unless all did', () => {
    const stop = (stopped: number[]) => ({
      ...study,
      checkpoints: study.checkpoints.map((one) => ({
        ...one,
        stopped: stopped.map((member) => ({
          member,
          step: 1,
          layer: 1,
          operation: 'loss' as const,
          value: 'NaN' as const,
        })),
      })),
    });
    expect(membersOf(stop([0]), 'full-ensemble')).toHaveLength(members - 1);
    expect(membersOf(stop([0]), 'single')).toHaveLength(1);
  });
});

describe('without anything to drop', () => {
  it('there is one network, and averaging gives nothing', async () => {
    const whole = { ...study, p: [0, 0, 0] };
    const { averages } = await gain(whole, { draws: 40 }, conversation);
    const dropout = averageOf({ ...answer, averages }, 'dropout');
    expect(dropout.k).toBe(1);
    expect(total(dropout.nll.spread)).toBe(0);
  });
});
