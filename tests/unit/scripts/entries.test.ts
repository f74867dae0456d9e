import { expect, test } from 'vitest';
import { importsOfEntries } from '../../../scripts/entries.mjs';

const chunk = (
  fileName: string,
  isEntry = false,
  imports: string[] = [],
  later: string[] = [],
) => ({
  fileName,
  isEntry,
  imports,
  dynamicImports: later,
});
const isEntry = (one: { isEntry: boolean }) => one.isEntry;

test('an entry that only imports its body stands alone', () => {
  const chunks = [chunk('w.js', true, [], ['body.js']), chunk('body.js', false, ['shared.js'])];
  expect(importsOfEntries(chunks, isEntry)).toEqual([]);
});

test('a chunk that imports from an entry is found, now or later', () => {
  const chunks = [
    chunk('w.js', true, ['a.js'], ['b.js']),
    chunk('a.js', false, ['w.js']),
    chunk('b.js', false, [], ['w.js']),
  ];
  expect(importsOfEntries(chunks, isEntry)).toEqual(['a.js imports w.js', 'b.js imports w.js']);
});
