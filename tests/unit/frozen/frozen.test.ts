import { describe, expect, test } from 'vitest';
import { buildDataSet } from '#lib/data/build.ts';
import frozen from './data.json' with { type: 'json' };
import links from './links.json' with { type: 'json' };
import { digestOf, firstRows, meaningOf, type Lab } from './meaning.ts';
import { drawnSets, readSets } from './sets.ts';

/**
 * What version 0.1.0 read in its links, and made of its data. Links stand in lectures and papers, and a
 * result is only worth what its experiment says: neither may ever mean anything else. New fields may be
 * added to what a link means; what stands here may not change.
 */

describe('a link of 0.1.0 means for ever what it meant', () => {
  test.each(links.map(({ lab, link, means }) => [`${lab}/?${link}`, lab, link, means] as const))(
    '%s',
    (_, lab, link, means) => {
      expect(meaningOf(lab as Lab, link)).toMatchObject(means);
    },
  );
});

describe('data of 0.1.0 are for ever what they were', () => {
  test.each(Object.entries(readSets()))('read, bit for bit: %s', async (name, set) => {
    const outcome = await buildDataSet(set.spec, set.seed, set.files);
    if (!outcome.ok) throw new Error(outcome.problem.kind);
    expect(digestOf(outcome.data)).toBe((frozen.read as Record<string, string>)[name]);
  });

  test.each(Object.entries(drawnSets()))('drawn, to five decimals: %s', async (name, set) => {
    const outcome = await buildDataSet(set.spec, set.seed, []);
    if (!outcome.ok) throw new Error(outcome.problem.kind);
    expect(firstRows(outcome.data)).toEqual((frozen.drawn as Record<string, string[]>)[name]);
  });
});
