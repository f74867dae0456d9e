import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildDataSet } from '#lib/data/build.ts';
import type { DataSet } from '#lib/data/dataset.ts';
import type { NamedBlob } from '#lib/data/named-blob.ts';
import type { DataSpec } from '#lib/experiment/experiment.ts';
import { files as en } from '#lib/i18n/en/problems.ts';
import { files as zh } from '#lib/i18n/zh/problems.ts';
import { csvSpec, file, idxPair, idxSpec } from './files.ts';

/** Far beyond what any of these inputs needs, far below what a person would call frozen. */
const BOUND = 3000;

/** An outcome comes, in time; a data set is sound, and a problem can be put into words. */
async function holds(spec: DataSpec, files: NamedBlob[]): Promise<void> {
  const start = performance.now();
  const outcome = await buildDataSet(spec, 1, files);
  expect(performance.now() - start).toBeLessThan(BOUND);
  if (outcome.ok) sound(outcome.data);
  else for (const words of [en, zh]) expect(words.problem(outcome.problem)).toMatch(/[.。]$/);
}

function sound({ train, test: held, inputs, classes }: DataSet): void {
  expect(classes.length).toBeGreaterThanOrEqual(2);
  for (const { rows, labels } of [train, held]) {
    expect(labels.length).toBeGreaterThan(0);
    expect(rows).toHaveLength(labels.length * inputs);
    expect(rows.every(Number.isFinite)).toBe(true);
    expect(labels.every((label) => label >= 0 && label < classes.length)).toBe(true);
  }
}

const bytes = fc.uint8Array({ maxLength: 400 });
const packed = bytes.map((content) => new Uint8Array(gzipSync(content)));
const { images, labels } = idxPair(40);

/** A good file with some bytes turned and its end cut or grown: almost right is harder than noise. */
function damaged(good: Uint8Array) {
  return fc
    .tuple(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 3 }),
      fc.nat(good.length),
      bytes,
      fc.constantFrom('whole', 'cut', 'grown'),
    )
    .map(([turns, length, tail, end]) => {
      const content = good.slice();
      for (const [at, value] of turns) content[at] = value;
      if (end === 'cut') return content.slice(0, length);
      return end === 'grown' ? new Uint8Array([...content, ...tail]) : content;
    });
}

const cell = fc.oneof(
  fc.double().map(String),
  fc.integer().map(String),
  fc.constantFrom('', 'NaN', '"', '""', '"a', 'a"b', ' ', '\r', '\u0000', '\ufeff', '0x1', '1e9'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const table = fc
  .tuple(
    fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 40 }),
    fc.constantFrom(',', ';', '\t', '|', ' '),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([rows, comma, end]) => rows.map((row) => row.join(comma)).join(end));
const numbers = fc
  .array(fc.tuple(fc.double({ noNaN: true }), fc.float({ noNaN: true }), fc.nat(3)), {
    minLength: 20,
    maxLength: 60,
  })
  .map((rows) => rows.map((row) => row.join(',')).join('\n'));

describe('whatever the files hold, an outcome comes and nothing is thrown:', () => {
  test('random bytes as IDX, raw and gzip', async () => {
    const one = fc.oneof(bytes, packed);
    await fc.assert(
      fc.asyncProperty(one, one, (a, b) => holds(idxSpec(), [file('a', a), file('b', b)])),
      { numRuns: 300 },
    );
  });

  test('damaged IDX files', async () => {
    await fc.assert(
      fc.asyncProperty(damaged(images), damaged(labels), (a, b) =>
        holds(idxSpec(), [file('a', a), file('b', b)]),
      ),
      { numRuns: 500 },
    );
  });

  test('damaged gzip files', async () => {
    const whole = new Uint8Array(gzipSync(images));
    await fc.assert(
      fc.asyncProperty(damaged(whole), (a) => holds(idxSpec(), [file('a', a), file('b', labels)])),
      { numRuns: 500 },
    );
  });

  test('random bytes as CSV, raw and gzip', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(bytes, packed), (a) => holds(csvSpec(), [file('a', a)])),
      { numRuns: 300 },
    );
  });

  test('random texts and tables as CSV, whatever the label column', async () => {
    const text = fc.oneof(table, numbers, fc.string({ unit: 'binary', maxLength: 300 }));
    const column = fc.oneof(fc.constantFrom('', '1', '2', '9'), fc.string({ maxLength: 3 }));
    await fc.assert(
      fc.asyncProperty(text, column, (a, labelColumn) =>
        holds(csvSpec({ labelColumn }), [file('a', a)]),
      ),
      { numRuns: 700 },
    );
  });
});
