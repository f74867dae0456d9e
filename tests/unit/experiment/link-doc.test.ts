import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { fields } from '#lib/experiment/fields.ts';
import { presetNames } from '#lib/experiment/presets.ts';
import { code, codes, defaultOf, rowsOf, valuesOf } from './link-table.ts';

const text = await readFile(new URL('../../../docs/link.md', import.meta.url), 'utf8');

describe('docs/link.md', () => {
  const [preset, run, embed, ...parameters] = rowsOf(text);

  it('tells every parameter of an experiment, its values and its default', () => {
    const expected = fields.map((f) => [code(f.name), valuesOf(f), defaultOf(f)]);
    expect(parameters.map((cells) => cells.slice(0, 3))).toEqual(expected);
    for (const cells of parameters) expect(cells[3]).toMatch(/\.$/);
  });

  it('tells the presets, and what is no part of the experiment', () => {
    expect(preset[1]).toBe(codes(presetNames));
    expect([preset, run, embed].map(([name]) => name)).toEqual(['`preset`', '`run`', '`embed`']);
  });
});
