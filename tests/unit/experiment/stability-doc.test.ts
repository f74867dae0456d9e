import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { getAt } from '#lib/fields/paths.ts';
import { formatField } from '#lib/fields/text.ts';
import {
  stabilityFields,
  stabilityGroups,
  type StabilityField,
} from '#lib/experiment/stability/fields.ts';
import { fromStabilityLink } from '#lib/experiment/stability/link.ts';
import { stabilityPreset, stabilityPresetNames } from '#lib/experiment/stability/presets.ts';
import { stabilityViews } from '#lib/experiment/stability/state.ts';
import { tour, type TourStop } from '#lib/experiment/stability/tour.ts';
import { cureRanges } from '#lib/experiment/stability/training.ts';
import * as stability from '#lib/i18n/en/stability/index.ts';
import { code, codes, plain, rowsOf } from './link-table.ts';

const text = await readFile(new URL('../../../docs/stability.md', import.meta.url), 'utf8');

/** The text of each section up to the next heading of any level, by its heading. */
const sections = new Map(
  text
    .split(/^#+ /m)
    .slice(1)
    .map((part) => [part.slice(0, part.indexOf('\n')), part] as const),
);

/** The rows of a section, each cut to its first cells. */
function rows(heading: string, cells?: number): string[][] {
  const part = sections.get(heading);
  if (part === undefined) throw new Error(`docs/stability.md has no section “${heading}”.`);
  return rowsOf(part).map((row) => row.slice(0, cells));
}

/** The value in the default preset. */
function defaultOf(field: StabilityField): string {
  const value = getAt(stabilityPreset(stabilityPresetNames[0]), field.path)!;
  return code(formatField(field, value));
}

describe('docs/stability.md', () => {
  it.each(stabilityGroups)('tells every parameter of the group %s', (group) => {
    const heading = group === 'page' ? 'The page' : stability.fields.groups[group];
    const parameters = stabilityFields.filter((field) => field.group === group);
    const expected = parameters.map((f) => [code(f.name), plain(f.range), defaultOf(f)]);
    expect(rows(heading, 3)).toEqual(expected);
    for (const [, , , what] of rows(heading)) expect(what).toMatch(/\.$/);
  });

  it('tells the presets, and what is no part of the state', () => {
    expect(rows('The link', 2)).toEqual([
      ['`preset`', codes(stabilityPresetNames)],
      ['`run`', codes(['0', '1'])],
      ['`embed`', codes(['0', '1'])],
      ['`change`', '`step:parameter:value`, at most 1000 times'],
    ]);
  });

  it('tells the views, in the order of the page', () => {
    const expected = stabilityViews.map((view) => [code(view), stability.views[view].title]);
    expect(rows('Eight views', 2)).toEqual(expected);
    expect(stabilityViews).toHaveLength(8);
  });

  it('tells the stops of the walk with their links, and the presets that are none', () => {
    const stops = rows('Twelve stops').filter(([, , link]) => link.startsWith('`/'));
    const expected = tour.map((stop) => [
      code(stop),
      stability.tour.stops[stop].title,
      code(`/en/stability/?preset=${stop}&run=1`),
    ]);
    expect(stops.map((cells) => cells.slice(0, 3))).toEqual(expected);
    expect(tour).toHaveLength(12);

    const others = stabilityPresetNames.filter((name) => !tour.includes(name as TourStop));
    expect(rows('Twelve stops', 2).slice(stops.length)).toEqual(
      others.map((name) => [code(name), code(stabilityPreset(name).view)]),
    );
    expect(others).toHaveLength(12);
  });

  it('gives links that the page understands', () => {
    const links = [...text.matchAll(/\/en\/stability\/\?([^\s`]+)/g)].map(([, query]) => query);
    expect(links).toHaveLength(2 + tour.length);
    for (const link of links) expect(fromStabilityLink(link).ignored, link).toEqual([]);
  });

  it('tells the cures of the gradient', () => {
    const cures = rows('Cures, switched while it trains').map(([name]) => name);
    expect(cures).toEqual(cureRanges.kind.of.map(code));
  });
});
