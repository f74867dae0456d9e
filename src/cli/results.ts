// Trains what the tables of docs/results.md need, and writes them down, there and for the page.
//   npm run results -- TABLE…|all [--seeds N] [--workers N] [--files IMAGES --files LABELS]
import type { StoredTable } from '#lib/tables/table.ts';
import { openFiles } from './experiment/data-files.ts';
import { endWith } from './experiment/end.ts';
import { tfjsVersion } from './experiment/plan.ts';
import { labOf, type Lab } from './tables/lab.ts';
import { section } from './tables/markdown.ts';
import { readOptions, usage, type ResultsOptions } from './tables/options.ts';
import { store, stored } from './tables/store.ts';
import type { Table } from './tables/table.ts';
import { texts } from './tables/texts.ts';

async function run(options: ResultsOptions, signal: AbortSignal): Promise<void> {
  const files = await openFiles(options.files);
  const lab = labOf({ ...options, files, signal });
  for (const table of options.tables) {
    const begun = performance.now();
    const figures = options.words ? stored(table.id) : await compute(table, options, lab);
    const written = section(figures, texts[table.id]);
    if (!options.quick) store(figures, written);
    console.log(`${written}\n`);
    console.error(`${table.id}: ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  }
}

async function compute(table: Table, options: ResultsOptions, lab: Lab): Promise<StoredTable> {
  return {
    id: table.id,
    ...(await table.build(lab)),
    seeds: lab.seeds,
    command: commandOf(table, options),
    versions: { node: process.versions.node, tfjs: tfjsVersion(), backend: 'wasm' },
  };
}

/** The command that computes the table again; the paths of files are left open. */
function commandOf({ id }: Table, { seeds }: ResultsOptions): string {
  const files = id === 'mnist' ? ' --files IMAGES --files LABELS' : '';
  return `npm run results -- ${id} --seeds ${seeds}${files}`;
}

await endWith(async (signal) => {
  const options = readOptions(process.argv.slice(2));
  if (options) await run(options, signal);
  else console.log(usage);
});
