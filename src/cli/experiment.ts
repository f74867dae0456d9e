// Trains an experiment, or a grid of them, without a page, and prints what came out. docs/experiment.md
//   npm run experiment -- FILE.json|PRESET [--seeds N] [--sweep path=values]…
import { nodeFactory } from '../lib/crew/node-factory.ts';
import type { Experiment } from '../lib/experiment/experiment.ts';
import { parseAxis } from './experiment/axis.ts';
import { openFiles, withFiles } from './experiment/data-files.ts';
import { DataSets } from './experiment/data-sets.ts';
import { unitsOf } from './experiment/grid.ts';
import { InputError } from './experiment/input-error.ts';
import { Journal } from './experiment/journal.ts';
import { measure } from './experiment/measure.ts';
import { readOptions, usage, type NodeBackend, type Options } from './experiment/options.ts';
import { defaultFile, headerOf } from './experiment/plan.ts';
import { progressLine } from './experiment/progress.ts';
import type { UnitRecord } from './experiment/record.ts';
import { readSource } from './experiment/source.ts';
import { summary } from './experiment/summary.ts';
import { work } from './experiment/work.ts';

/** Exit codes beside 0, which the documentation names. */
const codes = { failed: 1, refused: 2, interrupted: 130 };

async function run(options: Options, signal: AbortSignal): Promise<void> {
  const { name, experiment: given } = readSource(options.source);
  const files = await openFiles(options.files);
  const experiment = await withFiles(given, files);
  const backend = options.backend ?? ownBackend(experiment);
  const axes = options.sweeps.map((text) => parseAxis(text, experiment.network.hidden.length));
  const units = unitsOf(experiment, axes, options.seeds);
  const dataSets = new DataSets(files);
  // Files that are no data set are found out before anything is written.
  await dataSets.of(units[0].experiment);

  const { averages, workers } = options;
  const header = headerOf(experiment, axes, { seeds: options.seeds, backend, averages });
  const file = options.out ?? defaultFile(name, header);
  const journal = new Journal<UnitRecord>(file, header, units.length);
  process.once('exit', () => journal.close());
  const kept = journal.records.size;
  if (kept > 0) console.error(`${kept} of ${units.length} are done already: ${file}`);
  const bench = { factory: nodeFactory(), dataSets, backend, averages };
  try {
    await work(journal, units, {
      workers,
      signal,
      measure: (unit, signal) => measure(bench, unit, signal),
      finished: (record) =>
        console.error(progressLine(record, units, [...journal.records.values()], workers)),
    });
  } catch (error) {
    const { size } = journal.records;
    console.error(
      `${size} of ${units.length} are kept in ${journal.partFile}; the same command goes on from there.`,
    );
    throw error;
  }
  journal.finish();
  console.error(`All ${units.length} are in ${file}`);
  const records = journal.inOrder;
  journal.close();
  console.log(options.json ? JSON.stringify({ ...header, records }, null, 2) : summary(records));
}

/** WebGL is the page's alone. */
function ownBackend({ backend }: Experiment): NodeBackend {
  return backend === 'cpu' ? 'cpu' : 'wasm';
}

async function main(): Promise<number> {
  const abort = new AbortController();
  // Once: who asks again does not want to wait.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());
  try {
    const options = readOptions(process.argv.slice(2));
    if (options) await run(options, abort.signal);
    else console.log(usage);
    return 0;
  } catch (error) {
    if (abort.signal.aborted) return codes.interrupted;
    console.error(error instanceof Error ? error.message : error);
    return error instanceof InputError ? codes.refused : codes.failed;
  }
}

// Workers that are being ended would keep the process a little longer.
process.exit(await main());
