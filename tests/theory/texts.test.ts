import { describe, expect, it } from 'vitest';
import temml from 'temml';
import { sections, statementIds, statements } from '#lib/experiment/theory.ts';
import { languages } from '#lib/i18n/language.ts';
import { theoryTexts } from '#lib/i18n/theory.ts';
import { formulas } from '#lib/labs/theory/formulas.ts';
import { scientific } from '#lib/charts/scientific.ts';

/** Every text that is no function, with its path. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

describe.each(languages)('the texts of the theory page in %s', (language) => {
  it('leave nothing empty, and name every statement, kind and size', async () => {
    const t = await theoryTexts(language);
    const empty = texts(t).filter(([path, text]) => text.trim() === '' && path !== '.space');
    expect(empty).toEqual([]);
    for (const id of statementIds) expect(t.cards[id].title, id).toBeTruthy();
    for (const section of sections) expect(t.sections[section].title, section).toBeTruthy();
  });

  it('never call a control or a counterexample an identity', async () => {
    const t = await theoryTexts(language);
    const said = new Set([t.kinds['negative-control'], t.kinds['not-an-identity']]);
    expect(said.size).toBe(2);
    expect(said.has(t.kinds.identity)).toBe(false);
  });

  it('say of a refused number what was expected and what is in use', async () => {
    const t = await theoryTexts(language);
    const refused = t.refused('many', t.range(1, 12), true, '10');
    for (const part of ['many', '1', '12', '10']) expect(refused).toContain(part);
    expect(t.range(0, 4_294_967_295)).toContain('4,294,967,295');
  });
});

it('the Chinese texts are not English ones that were left', async () => {
  const latin = texts(await theoryTexts('zh')).filter(
    ([path, text]) => text !== '' && path.startsWith('.cards') && !/\p{Script=Han}/u.test(text),
  );
  // Names and years of papers alone.
  expect(latin.map(([path]) => path.split('.').at(-1))).toEqual(latin.map(() => 'source'));
});

describe('the formulas', () => {
  it.each(statementIds)('become MathML without an error: %s', (id) => {
    for (const line of formulas[id]) {
      const mathml = temml.renderToString(line, { displayMode: true, throwOnError: true });
      expect(mathml).toMatch(/^<math[^>]*>.*<\/math>$/s);
      expect(mathml).not.toContain('temml-error');
    }
  });

  it('carry a question mark where the statement must break, and nowhere else', () => {
    for (const id of statementIds) {
      const { kind } = statements[id];
      const breaks = kind === 'negative-control' || kind === 'not-an-identity';
      expect(
        formulas[id].some((line) => line.includes(String.raw`\overset{?}`)),
        id,
      ).toBe(breaks);
    }
  });
});

describe('a number in print', () => {
  const plain = String;
  it('is written out where that can be read, and as a power of ten where not', () => {
    expect(scientific(0.25, 2, plain)).toBe('0.25');
    expect(scientific(-0.25, 2, plain)).toBe('−0.25');
    expect(scientific(0, 2, plain)).toBe('0');
    expect(scientific(1e-12, 2, plain)).toBe('1 × 10⁻¹²');
    expect(scientific(-3.84e-6, 3, plain)).toBe('−3.84 × 10⁻⁶');
    expect(scientific(2.5e9, 2, plain)).toBe('2.5 × 10⁹');
  });
});
