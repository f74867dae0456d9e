import { describe, expect, it } from 'vitest';
import { fieldNamed } from '#lib/experiment/fields.ts';
import { preset } from '#lib/experiment/presets.ts';
import { settingsAt } from '#lib/experiment/settings-at.ts';
import { parseExperiment } from '#lib/experiment/validate.ts';
import { withDataKind, withField, withHidden } from '#lib/experiment/with-field.ts';

describe('other hidden layers', () => {
  const begin = withHidden(preset('notes-network'), [256, 256]);

  it('keep the drop probabilities that were there and repeat the last', () => {
    expect(withHidden(begin, [8, 8, 8, 8]).dropout.hidden).toEqual([0.2, 0.5, 0.5, 0.5]);
    expect(withHidden(begin, [8]).dropout.hidden).toEqual([0.2]);
  });

  it('begin at one half where there was none', () => {
    expect(withHidden(withHidden(begin, []), [8, 8]).dropout.hidden).toEqual([0.5, 0.5]);
  });

  it('drop the changes of layers that are gone', () => {
    const changes = [
      { step: 1, path: 'dropout.hidden.1', value: 0.1 },
      { step: 2, path: 'training.learningRate', value: 0.1 },
    ];
    expect(withHidden({ ...begin, changes }, [8]).changes).toEqual([changes[1]]);
  });
});

describe('another kind of data', () => {
  it.each(['digits', 'plane', 'idx', 'csv'] as const)('%s is valid at once', (kind) => {
    const experiment = withDataKind(preset('your-own-data'), kind);
    expect(experiment.data.kind).toBe(kind);
    expect(parseExperiment(experiment)).toMatchObject({ ok: true });
  });

  it('changes nothing where the kind is the same', () => {
    const moons = preset('moons');
    expect(withDataKind(moons, 'plane')).toBe(moons);
  });

  it('leaves the presets as they are', () => {
    const experiment = withDataKind(preset('moons'), 'digits');
    experiment.data.train = 11;
    expect(preset('noisy-digits').data.train).toBe(1000);
  });
});

describe('one field', () => {
  it('spreads one drop probability over the hidden layers', () => {
    expect(withField(preset('moons'), fieldNamed('p')!, [0.1])).toMatchObject({
      ok: true,
      state: { dropout: { hidden: [0.1, 0.1] } },
    });
  });

  it('is refused where this kind of data does not have it', () => {
    expect(withField(preset('moons'), fieldNamed('side')!, 28)).toEqual({
      ok: false,
      problem: { where: 'side', expected: { kind: 'data-kind', of: ['digits'] }, got: 'plane' },
    });
  });
});

describe('the settings of a step', () => {
  const experiment = {
    ...preset('noisy-digits'),
    changes: [
      { step: 20, path: 'training.learningRate', value: 0.5 },
      { step: 10, path: 'training.learningRate', value: 0.1 },
      { step: 10, path: 'dropout.hidden.1', value: 0.2 },
      { step: 10, path: 'dropout.input', value: 0.3 },
    ],
  };

  it('change from the first step that a change names', () => {
    expect(settingsAt(experiment, 9)).toEqual({ learningRate: 0.05, p: [0, 0.5, 0.5] });
    expect(settingsAt(experiment, 10)).toEqual({ learningRate: 0.1, p: [0.3, 0.5, 0.2] });
    expect(settingsAt(experiment, 20).learningRate).toBe(0.5);
  });
});
