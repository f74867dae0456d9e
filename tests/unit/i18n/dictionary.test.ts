import { describe, expect, test } from 'vitest';
import { dictionary } from '#lib/i18n/dictionary.ts';
import { HandError } from '#lib/crew/hire/hand.ts';
import { fault, reasonOf } from '#lib/crew/hire/reason.ts';
import { languages } from '#lib/i18n/language.ts';
import type { Verdict } from '#lib/experiment/verdicts.ts';

const verdict: Verdict = {
  kind: 'against-single',
  subject: { variant: 'dropout', estimator: 'off', k: 1 },
  object: { variant: 'single', estimator: 'off', k: 1 },
  subjectError: 0.077,
  objectError: 0.148,
  relation: 'better',
  difference: -0.071,
  low: -0.085,
  high: -0.057,
  examples: 2000,
  step: 800,
};
const words = {
  en: { begins: 'In this run', better: /better/, worse: /worse/, none: /no clear difference/ },
  zh: { begins: '在这次运行中', better: /更好/, worse: /更差/, none: /没有明显差异/ },
};

/** Every text of a dictionary that is no function, with its path. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

describe.each(languages)('the dictionary in %s', (language) => {
  test('leaves no text empty, but for fields without a unit', async () => {
    const empty = texts(await dictionary(language)).filter(([, text]) => text.trim() === '');
    expect(empty.filter(([path]) => !path.startsWith('.fields.units.'))).toEqual([]);
  });

  test('says better and worse only where the relation does', async () => {
    const { sentence } = (await dictionary(language)).verdicts;
    const { begins, better, worse, none } = words[language];
    const said = (relation: Verdict['relation']) => sentence({ ...verdict, relation });
    expect(said('better')).toMatch(better);
    expect(said('worse')).toMatch(worse);
    expect(said('no clear difference')).toMatch(none);
    expect(said('no clear difference')).not.toMatch(new RegExp(`${better.source}|${worse.source}`));
    for (const relation of ['better', 'worse', 'no clear difference'] as const)
      expect(said(relation).startsWith(begins)).toBe(true);
  });

  test('a sentence of a verdict holds its figures', async () => {
    const said = (await dictionary(language)).verdicts.sentence(verdict);
    for (const figure of ['7.7%', '14.8%', '2,000', '800', '−7.1', '−8.5', '−5.7'])
      expect(said).toContain(figure);
  });

  test('names the file and the place of a problem of data', async () => {
    const { problem } = (await dictionary(language)).files;
    const said = problem({
      kind: 'ragged',
      file: 'iris.csv',
      at: { unit: 'line', value: 17 },
      expected: '5',
      got: '4',
    });
    for (const part of ['iris.csv', '17', '5', '4']) expect(said).toContain(part);
  });

  test('says of a parameter of the link what was wrong with it', async () => {
    const { ignored } = (await dictionary(language)).fields;
    const said = ignored({
      where: 'epochs',
      expected: { kind: 'integer', min: 1, max: 1000 },
      got: 'many',
    });
    for (const part of ['epochs', 'many', '1,000']) expect(said).toContain(part);
    expect(ignored({ where: 'colour', expected: { kind: 'known' }, got: 'red' })).toContain(
      'colour',
    );
  });
});

test('Chinese texts are not English ones that were left', async () => {
  const zh = texts(await dictionary('zh'));
  const latin = zh.filter(([, text]) => text !== '' && !/\p{Script=Han}/u.test(text));
  expect(latin.map(([path]) => path)).toEqual(['.backend.name.webgl', '.backend.name.wasm']);
});

test('Chinese reasons say in Chinese what went wrong, whatever a program said about it', async () => {
  const { reason } = await dictionary('zh');
  for (const error of [
    new HandError('died', 'The worker failed: out of memory'),
    new HandError('hung', 'The worker gave no answer for 60 s.'),
    fault('no-webgl2', 'This browser gives no WebGL 2 context in a worker.'),
    new RangeError('Array buffer allocation failed'),
  ])
    expect(reason(reasonOf(error))).toMatch(/\p{Script=Han}/u);
  expect(reason(reasonOf(new RangeError('too long')))).toContain('too long');
});

test('Chinese problems of data say amounts in Chinese and leave names alone', async () => {
  const { problem } = (await dictionary('zh')).files;
  const at = null;
  const large = {
    kind: 'too-large',
    file: '',
    at,
    expected: '70000 rows',
    got: '> 70000',
  } as const;
  expect(problem(large)).toContain('70000 行');
  const pair = { expected: 'images + labels', got: 'labels + labels' };
  expect(problem({ kind: 'files', file: '', at, ...pair })).toContain('图像 + 标签');
  const named = { expected: 'rows.idx (3 B, SHA-256 abc…)', got: 'labels' };
  expect(problem({ kind: 'files', file: '', at, ...named })).toContain('rows.idx');
});
