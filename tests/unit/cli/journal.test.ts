import { appendFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Journal } from '../../../src/cli/experiment/journal.ts';
import { folder } from './folder.ts';

interface Row {
  unit: number;
  text: string;
}

const header = { format: 'test', version: 1, experiment: { p: 0.5, name: 'ärger' } };
const row = (unit: number): Row => ({ unit, text: `Zeile ${unit} – 行` });
const open = (file: string, units = 4, head: object = header) =>
  new Journal<Row>(file, head, units);

/** Opens, does something, closes. */
function using<T>(file: string, use: (journal: Journal<Row>) => T, units = 4): T {
  const journal = open(file, units);
  try {
    return use(journal);
  } finally {
    journal.close();
  }
}
const unitsIn = (file: string, units = 4) =>
  using(file, ({ records }) => [...records.keys()], units);

describe('a journal', () => {
  test('keeps each record at once, in the order in which they come, and gives them back', () => {
    const file = join(folder(), 'deep', 'a.jsonl');
    using(file, (journal) => {
      journal.append(row(2));
      journal.append(row(0));
      const lines = readFileSync(journal.partFile, 'utf8').split('\n');
      expect(lines).toEqual([header, row(2), row(0)].map((one) => JSON.stringify(one)).concat(''));
    });
    expect(existsSync(file)).toBe(false);
    using(file, ({ records }) =>
      expect([...records]).toEqual([
        [2, row(2)],
        [0, row(0)],
      ]),
    );
  });

  test('becomes one file in the order of the grid, and its part goes', () => {
    const file = join(folder(), 'a.jsonl');
    using(file, (journal) => {
      [3, 1, 0, 2].forEach((unit) => journal.append(row(unit)));
      journal.finish();
      expect(journal.inOrder).toEqual([0, 1, 2, 3].map(row));
    });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      header,
      ...[0, 1, 2, 3].map(row),
    ]);
    expect(readdirSync(join(file, '..'))).toEqual(['a.jsonl']);
  });

  test('that is whole is read again, and nothing of it is written', () => {
    const file = join(folder(), 'a.jsonl');
    using(file, (journal) => {
      [0, 1, 2, 3].forEach((unit) => journal.append(row(unit)));
      journal.finish();
    });
    const before = readFileSync(file);
    using(file, (journal) => {
      expect(journal.records.size).toBe(4);
      expect(() => journal.append(row(1))).toThrow('cannot be written');
      journal.finish();
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('whose part outlived its file by a moment forgets the part', () => {
    const file = join(folder(), 'a.jsonl');
    using(file, (journal) => {
      [0, 1, 2, 3].forEach((unit) => journal.append(row(unit)));
      const part = readFileSync(journal.partFile);
      journal.finish();
      writeFileSync(journal.partFile, part);
    });
    expect(unitsIn(file)).toEqual([0, 1, 2, 3]);
    expect(readdirSync(join(file, '..'))).toEqual(['a.jsonl']);
  });

  test('cut off at any byte keeps every whole line and counts no other', () => {
    const lines = [header, row(3), row(0), row(1)].map((one) => `${JSON.stringify(one)}\n`);
    const bytes = Buffer.from(lines.join(''));
    const ends = lines.map((_, i) => Buffer.byteLength(lines.slice(0, i + 1).join('')));
    const path = folder();
    for (let length = 0; length <= bytes.length; length++) {
      const file = join(path, `${length}.jsonl`);
      writeFileSync(`${file}.part`, bytes.subarray(0, length));
      const whole = Math.max(1, ends.filter((end) => end <= length).length);
      expect(unitsIn(file)).toEqual([3, 0, 1].slice(0, whole - 1));
      // What is left is exactly the whole lines, so that the next line begins on its own.
      expect(readFileSync(`${file}.part`).equals(bytes.subarray(0, ends[whole - 1]))).toBe(true);
    }
  });

  test('loses a last line that is rubbish, as a machine that went down may leave it', () => {
    const file = join(folder(), 'a.jsonl');
    using(file, (journal) => journal.append(row(0)));
    appendFileSync(`${file}.part`, '\0\0\0\0\n');
    using(file, (journal) => {
      expect([...journal.records.keys()]).toEqual([0]);
      journal.append(row(1));
    });
    expect(unitsIn(file)).toEqual([0, 1]);
  });

  test.each([
    ['no JSON', 'xx'],
    ['a unit that the grid has not', JSON.stringify(row(4))],
    ['a unit that was there before', JSON.stringify(row(0))],
    ['no record', 'null'],
  ])('is refused where a line in the middle is %s, and stays as it is', (_, line) => {
    const file = join(folder(), 'a.jsonl');
    using(file, (journal) => journal.append(row(0)));
    appendFileSync(`${file}.part`, `${line}\n${JSON.stringify(row(1))}\n`);
    const before = readFileSync(`${file}.part`);
    expect(() => open(file)).toThrow(
      `a.jsonl.part, line 3: expected a record of this grid, got "${line}`,
    );
    expect(readFileSync(`${file}.part`).equals(before)).toBe(true);
  });

  test('of something else is refused with what differs, and stays as it is', () => {
    const file = join(folder(), 'a.jsonl');
    using(file, (journal) => journal.append(row(0)));
    const other = { ...header, experiment: { ...header.experiment, p: 0.6 } };
    const before = readFileSync(`${file}.part`);
    expect(() => open(file, 4, other)).toThrow(
      'a.jsonl.part: expected records of this experiment and grid, but its experiment.p is 0.5, and now it is 0.6; name another file with --out.',
    );
    expect(readFileSync(`${file}.part`).equals(before)).toBe(true);
    // And the lock of the one that was refused is gone.
    expect(unitsIn(file)).toEqual([0]);
  });

  test.each(['# Results\n', 'no end of a line', '{"format":"test","version":2}', '{}\n'])(
    'never overwrites what it did not write: %j',
    (content) => {
      for (const end of ['', '.part']) {
        const file = join(folder(), 'a.jsonl');
        writeFileSync(file + end, content);
        expect(() => open(file)).toThrow('expected records of this experiment and grid');
        expect(readFileSync(file + end, 'utf8')).toBe(content);
      }
    },
  );

  test('is refused where the file lacks records of the grid', () => {
    const file = join(folder(), 'a.jsonl');
    writeFileSync(file, [header, row(0)].map((one) => `${JSON.stringify(one)}\n`).join(''));
    expect(() => open(file)).toThrow('a.jsonl: expected 4 records, got 1');
  });

  test('that another one works on is refused', () => {
    const file = join(folder(), 'a.jsonl');
    using(file, () =>
      expect(() => open(file)).toThrow(`process ${process.pid} works on these records`),
    );
    expect(unitsIn(file)).toEqual([]);
  });
});
