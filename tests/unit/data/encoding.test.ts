import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { built, csvSpec, file, refused } from './files.ts';

/** Files that showed a fault, as they came. */
const given = async (name: string) =>
  file(name, await readFile(new URL(`../../cases/tables/${name}`, import.meta.url)));

describe('a table that is not UTF-8 is refused by name, since two words could become one', () => {
  test.each([
    ['b1-gbk-two-classes.csv', 'other bytes'],
    ['b2-gbk-three-become-two.csv', 'other bytes'],
    ['b3-utf16.csv', 'UTF-16'],
  ])('%s', async (name, got) => {
    const problem = await refused(csvSpec(), [await given(name)]);
    expect(problem).toMatchObject({ kind: 'encoding', file: name, expected: 'UTF-8', got });
    expect(problem.at?.unit).toBe('line');
  });

  test('and the line of the first bytes that are no UTF-8 is named, wherever chunks end', async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => `${i},${i % 7},${i % 2 ? 'no' : 'yes'}`);
    const bytes = new TextEncoder().encode(['a,b,c', ...rows].join('\n'));
    const line = 25_000;
    const at = new TextEncoder().encode(['a,b,c', ...rows].slice(0, line - 1).join('\n')).length;
    bytes[at + 1] = 0xff;
    const problem = await refused(csvSpec(), [file('t.csv', bytes)]);
    expect(problem.at).toEqual({ unit: 'line', value: line });
  });

  test('a character that is cut by the end of a chunk is whole all the same', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `${i},${i % 2 ? '鸢尾' : '月季'}`);
    const data = await built(csvSpec(), [file('t.csv', ['x,类别', ...rows].join('\n'))]);
    expect(data.classes).toEqual(['月季', '鸢尾']);
    expect(data.labelColumn).toEqual({ number: 2, columns: 2, name: '类别' });
  });
});

test('a table whose first column is the label says which column it takes for it', async () => {
  const data = await built(csvSpec(), [await given('a6-label-first-pixels.csv')]);
  expect(data.labelColumn).toEqual({ number: 4, columns: 4, name: 'pixel2' });
});
