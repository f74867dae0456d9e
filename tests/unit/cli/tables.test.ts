import { readFileSync, readdirSync } from 'node:fs';
import { mean } from 'd3-array';
import { describe, expect, test } from 'vitest';
import { stepsPerEpoch } from '#lib/experiment/experiment.ts';
import { fromLink } from '#lib/experiment/link.ts';
import { tableIds, type StoredTable } from '#lib/tables/table.ts';
import { section } from '../../../src/cli/tables/markdown.ts';
import { lines } from '../../../src/cli/tables/store.ts';
import type { Table } from '../../../src/cli/tables/table.ts';
import { tables } from '../../../src/cli/tables/computed/index.ts';
import { texts } from '../../../src/cli/tables/texts.ts';
import { estimator, fakeLab, type Outcome } from './fake-lab.ts';

async function built(table: Table, seeds = 3, outcome?: Outcome): Promise<StoredTable> {
  const { lab } = fakeLab(seeds, outcome);
  return {
    id: table.id,
    ...(await table.build(lab)),
    seeds: lab.seeds,
    command: `npm run results -- ${table.id}`,
    versions: { node: '24', tfjs: '4', backend: 'wasm' },
  };
}
const tableOf = (id: string) => tables.find((table) => table.id === id)!;
const cellOf = (row: { settings: StoredTable['rows'][number]['settings'] }) => row.settings;

/** What every table keeps to, be it just built or read from its file. */
function check({ axis, rows, series, choices, seeds, link }: StoredTable): void {
  expect(rows.length).toBeGreaterThan(1);
  expect(series.length).toBeGreaterThan(0);
  for (const { name, value } of rows) {
    if (axis) expect([name, typeof value]).toEqual([null, 'number']);
    else expect(name).not.toBeNull();
  }
  for (const one of series) {
    expect(one.mean).toHaveLength(rows.length);
    expect(one.standardError).toHaveLength(rows.length);
    expect(one.diverged).toHaveLength(rows.length);
    expect(one.perSeed).toHaveLength(rows.length);
    one.perSeed.forEach((values, row) => {
      expect(values).toHaveLength(seeds.length);
      const known = values.filter((value) => value !== null);
      expect(one.diverged[row]).toBeLessThanOrEqual(values.length - known.length);
      if (known.length === 0) expect(one.mean[row]).toBeNull();
      else expect(one.mean[row]).toBeCloseTo(mean(known)!, 4);
      expect(one.standardError[row] === null).toBe(known.length < 2);
    });
  }
  for (const { values, mean, chosen } of choices) {
    expect(mean).toHaveLength(values.length);
    expect(mean[values.indexOf(chosen)]).toBe(Math.min(...mean.filter((one) => one !== null)));
  }
  for (const query of [link, ...rows.map((row) => row.link)]) {
    if (query !== null) expect(fromLink(query).ignored).toEqual([]);
  }
}

test('the tables are those that the page knows, in its order, each with its words', () => {
  expect(tables.map(({ id }) => id)).toEqual([...tableIds]);
  expect(Object.keys(texts)).toEqual([...tableIds]);
});

describe.each(tables.map((table) => [table.id, table] as const))('table %s', (id, table) => {
  test('has figures for each row, series and seed, and links that say what they mean', async () => {
    check(await built(table));
    check(await built(table, 1));
  });

  test('is written as a section that has a line for each row', async () => {
    const stored = await built(table);
    const written = section(stored, texts[id]);
    expect(written.split('\n')[0]).toBe(`## ${texts[id].title}`);
    expect(written).toContain(`npm run results -- ${id}`);
    const shown = written.split('\n').filter((line) => line.startsWith('|'));
    expect(shown).toHaveLength(rowsAndHead(stored));
    // Columns stand below each other.
    expect(new Set(shown.map((line) => line.length)).size).toBe(1);
    expect(written).not.toMatch(/NaN|undefined|null/);
  });

  test('says how many runs diverged, and has no figures where all did', async () => {
    const stored = await built(table, 2, () => ({ stop: 'diverged', averages: null })).catch(
      (error: Error) => {
        // Of a table that has to choose: there is nothing to choose from.
        expect(error.message).toContain('Every value that was tried diverged');
      },
    );
    if (!stored) return;
    for (const { mean, diverged } of stored.series) {
      expect(mean.every((one) => one === null)).toBe(true);
      expect(diverged.every((count) => count === 2)).toBe(true);
    }
  });
});

function rowsAndHead({ rows }: StoredTable): number {
  return rows.length + 2;
}

describe('what is trained for a table', () => {
  test('of a fixed number of kept units keeps 128 of each layer, to half a unit', async () => {
    const { rows } = await built(tableOf('drop-rate-fixed-pn'), 1);
    expect(rows).toHaveLength(10);
    for (const { value, link } of rows) {
      const { network, dropout } = fromLink(link!).experiment;
      expect(dropout.hidden).toEqual([value, value]);
      for (const units of network.hidden)
        expect(Math.abs((1 - value!) * units - 128)).toBeLessThan(0.5);
    }
  });

  test('of a drop rate goes from 0 to 0.9 in tenths', async () => {
    const { rows } = await built(tableOf('drop-rate-fixed-n'), 1);
    expect(rows.map(({ value }) => value)).toEqual([
      0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9,
    ]);
  });

  test('of a size of the data set takes 2,000 steps, whatever the size', async () => {
    const { rows } = await built(tableOf('data-set-size'), 1);
    for (const row of rows) {
      const { experiment } = fromLink(row.link!);
      expect(experiment.data.train).toBe(cellOf(row).train);
      expect(experiment.training.epochs * stepsPerEpoch(experiment, experiment.data.train)).toBe(
        2000,
      );
    }
  });

  test('is the same for the tables that read the same off it', async () => {
    const { lab, asked } = fakeLab(1);
    for (const id of ['noisy-digits', 'averages-against-k', 'input-noise'])
      await tableOf(id).build(lab);
    expect(new Set(asked.map((grid) => JSON.stringify(grid))).size).toBe(asked.length / 3);
  });
});

describe('tuning', () => {
  const error: Outcome = ({ cell, seed }, { holdout }) => {
    const lambda = cell['weight-decay'];
    if (holdout === 0 || lambda === undefined) return {};
    // The least at 0.01; seed 1 is worse throughout.
    const distance = Math.abs(Math.log10(Number(lambda)) + 2) / 10;
    return { validation: [estimator(0.2 + distance + (seed === 1 ? 0.1 : 0))] };
  };

  test('takes the value with the least validation error over the seeds, and trains with it', async () => {
    const { choices, rows } = await built(tableOf('regularisers'), 2, error);
    expect(choices[0]).toMatchObject({ field: 'weight-decay', chosen: 0.01 });
    expect(rows[1]).toMatchObject({ name: 'weight-decay', value: 0.01 });
    expect(fromLink(rows[1].link!).experiment.weightDecay).toBe(0.01);
  });

  test('takes no value with which a run diverged', async () => {
    const { choices } = await built(tableOf('regularisers'), 2, (unit, protocol) =>
      unit.cell['weight-decay'] === 0.01 && unit.seed === 2
        ? { stop: 'diverged' }
        : error(unit, protocol),
    );
    expect(choices[0].mean[choices[0].values.indexOf(0.01)]).toBeNull();
    expect([0.003, 0.03]).toContain(choices[0].chosen);
  });
});

describe('what is stored', () => {
  test('is JSON that gives the table back, with a line for each row and series', async () => {
    const table = await built(tableOf('regularisers'));
    const text = lines(table);
    expect(JSON.parse(text)).toEqual(table);
    expect(text.split('\n').length).toBeGreaterThan(table.rows.length + table.series.length);
  });

  const folder = new URL('../../../src/lib/tables/stored/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  test('holds every table', () => {
    expect(files.toSorted()).toEqual(tableIds.map((id) => `${id}.json`).toSorted());
  });
  test.each(files)('in %s is a table of that name, as in docs/results.md', (file) => {
    const stored = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as StoredTable;
    expect(`${stored.id}.json`).toBe(file);
    expect(tableIds).toContain(stored.id);
    check(stored);
    const document = readFileSync(new URL('../../../docs/results.md', import.meta.url), 'utf8');
    expect(document).toContain(section(stored, texts[stored.id]));
  });
});
