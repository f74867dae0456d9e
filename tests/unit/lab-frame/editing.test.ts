import { expect, test } from 'vitest';
import { fieldAt } from '#lib/experiment/fields.ts';
import { preset } from '#lib/experiment/presets.ts';
import {
  differs,
  kindOfFiles,
  liveChanges,
  nextSeed,
  presetOf,
  sameData,
  sameFiles,
  withChangesMade,
} from '#lib/lab-frame/editing.ts';

const base = preset('noisy-digits');
const file = (sha256: string) => ({ name: 'x', size: 1, sha256: sha256.repeat(64) });

test('changes that were made become the values that they led to, the last one last', () => {
  const made = withChangesMade({
    ...base,
    changes: [
      { step: 90, path: 'training.learningRate', value: 0.001 },
      { step: 10, path: 'training.learningRate', value: 0.01 },
      { step: 20, path: 'dropout.hidden.1', value: 0.2 },
      { step: 30, path: 'dropout.input', value: 0.1 },
    ],
  });
  expect(made.training.learningRate).toBe(0.001);
  expect(made.dropout).toEqual({ input: 0.1, hidden: [0.5, 0.2] });
  expect(made.changes).toEqual([]);
});

test('two experiments differ by what they begin with, not by what was changed under way', () => {
  const changed = { ...base, changes: [{ step: 5, path: 'dropout.input', value: 0.2 }] };
  expect(differs(base, changed)).toBe(false);
  expect(differs(base, { ...base, members: 4 })).toBe(true);
});

test('the data set depends on the data and their seed alone', () => {
  expect(sameData({ ...base, members: 4 }, base)).toBe(true);
  expect(sameData({ ...base, seeds: { ...base.seeds, weights: 9 } }, base)).toBe(true);
  expect(sameData({ ...base, seeds: { ...base.seeds, data: 9 } }, base)).toBe(false);
  expect(sameData({ ...base, data: { ...base.data, train: 9 } }, base)).toBe(false);
});

test('a run under way is told only of the layers that changed', () => {
  const to = { ...base, dropout: { ...base.dropout, hidden: [0.5, 0.3] } };
  expect(liveChanges(base, to, fieldAt('dropout.hidden')!)).toEqual([
    { path: 'dropout.hidden.1', value: 0.3 },
  ]);
  expect(liveChanges(base, { ...base, members: 3 }, fieldAt('members')!)).toBeNull();
});

test('files are the same by content, in any order', () => {
  expect(sameFiles([file('a'), file('b')], [file('b'), file('a')])).toBe(true);
  expect(sameFiles([file('a')], [file('c')])).toBe(false);
  expect(sameFiles([], [])).toBe(true);
});

test('the kind of data is told from the names of the files', () => {
  expect(kindOfFiles(['iris.CSV'])).toBe('csv');
  expect(kindOfFiles(['iris.csv.gz'])).toBe('csv');
  expect(kindOfFiles(['train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte.gz'])).toBe('idx');
});

test('a preset is recognised until something is changed', () => {
  expect(presetOf(preset('moons'))).toBe('moons');
  expect(presetOf({ ...base, members: 3 })).toBeUndefined();
});

test('the seed after the last one is the first', () => {
  expect(nextSeed(1)).toBe(2);
  expect(nextSeed(4_294_967_295)).toBe(0);
});
