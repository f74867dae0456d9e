import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstDifference,
  legsOf,
  settingsAt,
  steadyFrom,
  withoutChanges,
  withSettingsFrom,
  type Course,
  type Settings,
} from '#lib/experiment/stability/changes.ts';
import { fromStabilityLink, toStabilityLink } from '#lib/experiment/stability/link.ts';
import { stabilityPreset } from '#lib/experiment/stability/presets.ts';
import { noCure, type ChangePath } from '#lib/experiment/stability/training.ts';

const training = { ...stabilityPreset('stuck').training, steps: 11 };
const begin: Course = { learningRate: 0.1, cure: noCure, changes: [] };
const norm: Settings = { learningRate: 0.1, cure: { ...noCure, kind: 'norm' } };
const fast: Settings = { learningRate: 1, cure: noCure };
const settings = fc.record({
  learningRate: fc.constantFrom(0.1, 1),
  cure: fc.record({
    ...Object.fromEntries(
      Object.entries(noCure).map(([part, value]) => [part, fc.constant(value)]),
    ),
    kind: fc.constantFrom('none', 'norm'),
    residual: fc.constantFrom('as-set', 'identity'),
  }),
}) as fc.Arbitrary<Settings>;
const course = fc
  .array(fc.tuple(fc.nat(9), settings), { maxLength: 6 })
  .map((all) =>
    all.reduce<Course>((made, [from, now]) => withSettingsFrom(made, from, now), begin),
  );
const steps = Array.from({ length: 12 }, (_, i) => i);

describe('the course of a training', () => {
  it('has the settings that were made at a step from that step on, and none before', () => {
    fc.assert(
      fc.property(course, fc.nat(9), settings, (before, from, now) => {
        const after = withSettingsFrom(before, from, now);
        for (const step of steps.slice(0, from))
          expect(settingsAt(after, step)).toEqual(settingsAt(before, step));
        expect(settingsAt(after, from)).toEqual(now);
        // Once more changes nothing.
        expect(withSettingsFrom(after, from, now)).toEqual(after);
      }),
    );
  });

  it('falls into legs, each other than the one before', () => {
    fc.assert(
      fc.property(course, (any) => {
        const legs = legsOf(any, Infinity);
        for (const step of steps) {
          const { from } = legs.findLast((leg) => leg.from <= step)!;
          expect(legs).toContainEqual({ from, ...settingsAt(any, step) });
          const next = legs.find((leg) => leg.from > step)?.from ?? 11;
          expect(steadyFrom({ ...training, ...any }, step)).toMatchObject({
            ...settingsAt(any, step),
            steps: Math.min(11, next),
          });
        }
      }),
    );
    expect(legsOf(withSettingsFrom(begin, 7, norm), 6)).toEqual([
      { from: 0, ...norm, cure: noCure },
    ]);
  });

  it('differs from another from the first step on that is taken otherwise', () => {
    fc.assert(
      fc.property(course, course, (a, b) => {
        const first = steps.find(
          (step) => JSON.stringify(settingsAt(a, step)) !== JSON.stringify(settingsAt(b, step)),
        );
        expect(firstDifference(a, b)).toBe(first ?? Infinity);
      }),
    );
  });

  it('keeps what is to change later, and can leave it out', () => {
    const planned = withSettingsFrom(begin, 8, norm);
    const changed = withSettingsFrom(planned, 3, fast);
    expect(settingsAt(changed, 8)).toEqual({ ...fast, cure: norm.cure });
    const without = (path: ChangePath) => withoutChanges(changed, 8, [path]);
    expect(without('training.cure.kind')).toEqual(withSettingsFrom(begin, 3, fast));
    expect(without('training.learningRate')).toEqual(changed);
  });
});

describe('changes in the link', () => {
  const link = 'preset=stuck&change=120:cure-residual:identity&change=200:lr:0.003';

  it('are read and written by the names of their parameters', () => {
    const { state, ignored } = fromStabilityLink(link);
    expect(ignored).toEqual([]);
    expect(state.training).toEqual({
      ...stabilityPreset('stuck').training,
      changes: [
        { step: 120, path: 'training.cure.residual', value: 'identity' },
        { step: 200, path: 'training.learningRate', value: 0.003 },
      ],
    });
    expect(toStabilityLink(state)).toBe(link);
  });

  it.each([
    '',
    '120:lr',
    '120:lr:0.1:2',
    '-1:lr:0.1',
    '1.5:lr:0.1',
    '5001:lr:0.1',
    '120:lr:fast',
    '120:lr:101',
    '120:cure:best',
    '120:depth:5',
    '120:training.learningRate:1',
    '120:__proto__:1',
  ])('that are none are left out, and it is said: “%s”', (text) => {
    const { state, ignored } = fromStabilityLink(`change=${text}&change=3:cure:norm`);
    expect(state.training.changes).toEqual([
      { step: 3, path: 'training.cure.kind', value: 'norm' },
    ]);
    expect(ignored).toMatchObject([{ where: 'change', expected: { kind: 'changes' }, got: text }]);
  });

  it('are a thousand at most', () => {
    const { state, ignored } = fromStabilityLink(
      Array.from({ length: 1_001 }, (_, i) => `change=${i}:lr:0.1`).join('&'),
    );
    expect(state.training.changes).toHaveLength(1_000);
    expect(ignored).toMatchObject([{ got: '1000:lr:0.1' }]);
  });
});
