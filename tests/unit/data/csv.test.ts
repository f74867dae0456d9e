import { describe, expect, test } from 'vitest';
import { built, csvSpec, file, refused, zipped } from './files.ts';

/** Rows of three columns and a label, in text. */
function lines(count = 60, label = (i: number) => ['red', 'green', 'blue'][i % 3]): string[] {
  return Array.from({ length: count }, (_, i) => `${i},${(i * i) % 17},-${i / 4}e1,${label(i)}`);
}
const csv = (rows: string[], name = 'd.csv') => file(name, rows.join('\n'));
const header = 'a,b,c,colour';

describe('a CSV file', () => {
  test('becomes rows beside their labels', async () => {
    const data = await built(csvSpec(), [csv([header, ...lines()])]);
    expect(data).toMatchObject({
      name: 'd.csv',
      inputs: 3,
      shape: null,
      classes: ['blue', 'green', 'red'],
      scaling: 'standard',
      labelColumn: { number: 4, columns: 4, name: 'colour' },
    });
    expect([data.train.labels.length, data.test.labels.length]).toEqual([20, 10]);
  });

  const quoted = [header, ...lines()].map((line) =>
    line
      .split(',')
      .map((cell) => `"${cell}"`)
      .join(','),
  );
  test.each([
    ['with quotes', quoted],
    [
      'with blank lines and spaces',
      ['', header, '', ...lines().map((l) => l.replaceAll(',', ' , ')), '', ''],
    ],
    ['with Windows line ends', [header, ...lines()].map((line) => `${line}\r`)],
    ['with a byte order mark', [`\ufeff${header}`, ...lines()]],
    ['with semicolons', [header, ...lines()].map((line) => line.replaceAll(',', ';'))],
    ['with tabs', [header, ...lines()].map((line) => line.replaceAll(',', '\t'))],
  ])('is the same data set %s', async (_, rows) => {
    const plain = await built(csvSpec(), [csv([header, ...lines()])]);
    expect(await built(csvSpec(), [csv(rows)])).toEqual(plain);
  });

  test('without a header is the same, and its label column has no name', async () => {
    const named = await built(csvSpec(), [csv([header, ...lines()])]);
    const bare = await built(csvSpec(), [csv(lines())]);
    const labelColumn = { number: 4, columns: 4, name: null };
    expect(bare).toEqual({ ...named, labelColumn });
  });

  test('may be gzip', async () => {
    const text = [header, ...lines()].join('\n');
    expect(await built(csvSpec(), [zipped('d.csv', text)])).toEqual(
      await built(csvSpec(), [file('d.csv', text)]),
    );
  });

  test('may name its label column, or number it from 1', async () => {
    const first = lines().map((line) => line.split(',').reverse().join(','));
    const names = header.split(',').reverse().join(',');
    const byName = await built(csvSpec({ labelColumn: 'colour' }), [csv([names, ...first])]);
    const byNumber = await built(csvSpec({ labelColumn: '1' }), [csv([names, ...first])]);
    const bare = await built(csvSpec({ labelColumn: '1' }), [csv(first)]);
    expect(byName.classes).toEqual(['blue', 'green', 'red']);
    expect(byNumber).toEqual(byName);
    expect(bare).toEqual({ ...byName, labelColumn: { ...byName.labelColumn, name: null } });
  });

  test('orders classes that are numbers as numbers', async () => {
    const data = await built(csvSpec(), [csv(lines(60, (i) => String([10, 9, 1][i % 3])))]);
    expect(data.classes).toEqual(['1', '9', '10']);
  });

  test('has a header where only the label above numbers is a word', async () => {
    const rows = lines(60, (i) => String(i % 2));
    const data = await built(csvSpec(), [csv(['1,2,3,target', ...rows])]);
    expect(data.classes).toEqual(['0', '1']);
  });

  test('keeps a line break inside quotes, and counts it', async () => {
    const rows = [header, '1,2,3,"two\nlines"', ...lines(30), '1,2,x,red'];
    expect(await refused(csvSpec(), [csv(rows)])).toMatchObject({
      kind: 'not-a-number',
      at: { unit: 'line', value: 34, column: 'c' },
    });
  });

  test('is brought to mean 0 and variance 1 on its training part alone', async () => {
    const { train, test: held } = await built(csvSpec(), [csv(lines())]);
    for (let column = 0; column < 3; column++) {
      const values = [...train.rows].filter((_, i) => i % 3 === column);
      const mean = values.reduce((a, b) => a + b) / values.length;
      const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
      expect(mean).toBeCloseTo(0, 6);
      expect(variance).toBeCloseTo(1, 5);
    }
    const mean = held.rows.reduce((a, b) => a + b) / held.rows.length;
    expect(Math.abs(mean)).toBeGreaterThan(1e-6);
  });

  test('with huge, tiny and constant columns still gives finite numbers', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, i) => `${i % 2 ? '' : '-'}1.7e308,${i}e-320,7,0,${1e9 + i},${i % 2}`,
    );
    const { train, test: held } = await built(csvSpec(), [csv(rows)]);
    expect([...train.rows, ...held.rows].every(Number.isFinite)).toBe(true);
    train.labels.forEach((_, i) => {
      expect([...train.rows.slice(5 * i + 2, 5 * i + 4)]).toEqual([0, 0]);
    });
  });
});

describe('what is no table of numbers and labels is refused, with the place:', () => {
  const line = (value: number, column?: string) =>
    column === undefined ? { unit: 'line', value } : { unit: 'line', value, column };

  test.each(['', '\n\n', header])('an empty file (%j)', async (text) => {
    expect((await refused(csvSpec(), [file('d.csv', text)])).kind).toBe('empty');
  });

  test('rows of other lengths', async () => {
    expect(await refused(csvSpec(), [csv([header, ...lines(5), '1,2,red'])])).toEqual({
      kind: 'ragged',
      file: 'd.csv',
      at: line(7),
      expected: '4',
      got: '3',
    });
  });

  test.each(['text', 'NaN', 'nan', 'Infinity', '-inf', '1e999', '', '0x10', '1,5', '12px'])(
    '%j in a column of numbers',
    async (cell) => {
      const row = `1,"${cell}",3,red`;
      expect(await refused(csvSpec(), [csv([header, ...lines(30), row])])).toEqual({
        kind: 'not-a-number',
        file: 'd.csv',
        at: line(32, 'b'),
        expected: 'number',
        got: cell,
      });
    },
  );

  test('a gap in the first row of a file without a header, by the number of its column', async () => {
    expect(await refused(csvSpec(), [csv(['1,NaN,3,red', ...lines()])])).toMatchObject({
      kind: 'not-a-number',
      at: line(1, '2'),
    });
  });

  test('a row without a label', async () => {
    expect(await refused(csvSpec(), [csv([header, ...lines(30), '1,2,3,'])])).toMatchObject({
      kind: 'label',
      at: line(32, 'colour'),
      got: '',
    });
  });

  test('a single class', async () => {
    expect(await refused(csvSpec(), [csv(lines(60, () => 'red'))])).toMatchObject({
      kind: 'single-class',
      got: '1 (red)',
    });
  });

  test('a label column that is a number to predict', async () => {
    expect(await refused(csvSpec(), [csv(lines(200, (i) => String(i / 7)))])).toMatchObject({
      kind: 'label',
      at: line(101, '4'),
      expected: '≤ 100 classes',
    });
  });

  test('a label column that is not there', async () => {
    const files = [csv([header, ...lines()])];
    for (const labelColumn of ['price', '0', '5', '99999999999999999999']) {
      expect(await refused(csvSpec({ labelColumn }), files)).toMatchObject({
        kind: 'column',
        at: line(1),
        expected: labelColumn,
      });
    }
    expect((await refused(csvSpec(), [csv(['1', '2', '3'])])).kind).toBe('column');
  });

  test('too many rows, or columns', async () => {
    const many = Array.from({ length: 70_001 }, (_, i) => `1,${i % 2}`);
    expect(await refused(csvSpec(), [csv(many)])).toMatchObject({
      kind: 'too-large',
      at: line(70_001),
    });
    const wide = [`${'1,'.repeat(4097)}a`];
    expect(await refused(csvSpec(), [csv(wide)])).toMatchObject({
      kind: 'too-large',
      at: line(1),
      got: '4097 columns',
    });
  });

  test('a quote that never closes, in a small file and in a large one', async () => {
    expect(await refused(csvSpec(), [csv([header, ...lines(30), '1,2,"3,red'])])).toMatchObject({
      kind: 'ragged',
      at: line(32),
    });
    const large = csv([header, ...lines(30), `1,2,"3,red${'\n1,2,3,red'.repeat(500_000)}`]);
    const start = performance.now();
    expect(await refused(csvSpec(), [large])).toMatchObject({ kind: 'too-large', at: line(32) });
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('too few rows', async () => {
    expect(await refused(csvSpec(), [csv(lines(19))])).toMatchObject({ kind: 'too-few' });
  });

  test('a gzip file that ends early', async () => {
    const whole = zipped('d.csv.gz', lines(5000).join('\n'));
    const short = new File([whole.slice(0, 2000)], whole.name);
    expect(await refused(csvSpec(), [short])).toMatchObject({
      kind: 'gzip',
      file: 'd.csv.gz',
      at: { unit: 'byte', value: 2000 },
    });
  });
});
