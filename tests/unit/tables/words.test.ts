import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as en from '#lib/i18n/en/results/index.ts';
import { differenceText, meanText, plusMinus } from '#lib/i18n/table-figures.ts';
import * as zh from '#lib/i18n/zh/results/index.ts';
import { findingOf } from '#lib/tables/findings/index.ts';
import type { StoredTable } from '#lib/tables/table.ts';
import { tables } from '../../../src/cli/tables/computed/index.ts';
import { fakeLab } from '../cli/fake-lab.ts';
import { about, curve, methods } from './sample.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const said = (table: StoredTable, texts: typeof en = en) =>
  findingOf(table).statements.map((statement) => plain(texts.sentence(statement)));

describe('figures', () => {
  test('show two digits of their error, within reason', () => {
    expect(plain(plusMinus('test-error', 0.0789, 0.0113))).toBe('7.9 ± 1.1%');
    expect(plain(plusMinus('test-error', 0.0789, 0.0047))).toBe('7.89 ± 0.47%');
    expect(plain(plusMinus('test-loss', 0.41234, 0.0131))).toBe('0.412 ± 0.013');
    expect(plain(plusMinus('loss-gap', 0.00024, 0.000017))).toBe('0.000240 ± 0.000017');
  });
  test('have a sign where they are differences', () => {
    expect(plain(differenceText('test-error', -0.0789, 0.0047))).toBe('−7.89 ± 0.47');
    expect(plain(differenceText('test-loss', 0.05, 0.0131))).toBe('+0.050 ± 0.013');
  });
  test('stand alone without an error, and are a dash where there are none', () => {
    expect(plusMinus('test-error', 0.0789, null)).toBe('7.9%');
    expect(meanText('test-loss', null)).toBe('–');
  });
});

test('“better” stands only where the numbers are clear', () => {
  const against = (wobble: number) =>
    said(
      methods('mnist', ['single', 'dropout'], [
        { settings: { train: 1000 }, perSeed: [about(0.16), about(0.08, wobble)] },
      ]), // prettier-ignore
    )[0];
  expect(against(0.001)).toMatch(
    /^With 1,000 training examples, dropout is better than the single network: test error 8\.\d% against 16\.0%/,
  );
  expect(against(0.2)).toMatch(/no clear difference between dropout and the single network/);
});

test('every place of a curve has its sentence', () => {
  const table = curve('drop-rate-fixed-n', 'p', [0, 0.5, 0.9], [
    { name: 'dropout', perSeed: [about(0.16), about(0.08), about(0.3)] },
  ]); // prettier-ignore
  expect(said(table)).toEqual([
    'Test error is lowest at p = 0.5 (8.0%), and its neighbours are clearly worse. Clearly worse: p = 0 and 0.9.',
  ]);
  expect(said(table, zh)).toEqual([
    '测试错误率在 p = 0.5 时最低（8.0%），与它相邻的都明显更差。明显更差的：p = 0、0.9。',
  ]);
});

/** Of every table what the command makes of made-up runs, and what is stored. */
const folder = new URL('../../../src/lib/tables/stored/', import.meta.url);
const stored = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as StoredTable);
const built = await Promise.all(
  tables.map(async (table) => {
    const { lab } = fakeLab(3);
    const body = await table.build(lab);
    const versions = { node: '24', tfjs: '4', backend: 'wasm' };
    return { id: table.id, ...body, seeds: lab.seeds, command: '', versions } as StoredTable;
  }),
);

describe.each([...built, ...stored].map((table) => [table.id, table] as const))(
  '%s',
  (_, table) => {
    test('has findings, claims and words in both languages', () => {
      const { statements, claims } = findingOf(table, built);
      expect(statements.length).toBeGreaterThan(0);
      expect(claims.length).toBeGreaterThan(0);
      for (const texts of [en, zh]) {
        const words = [
          ...statements.map(texts.sentence),
          ...claims.map(texts.claims.text),
          ...claims.map(({ outcome }) => texts.claims.outcome(outcome)),
          ...Object.values(texts.tables[table.id]),
          ...table.rows.map(({ name, value }) => (name ? texts.nameText(name, value) : '0')),
        ];
        for (const text of words) {
          expect(text).not.toMatch(/undefined|NaN|null|\[object|\s{2}/);
          expect(text).not.toBe('');
        }
      }
    });
  },
);
