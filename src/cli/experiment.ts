// Trains an experiment, or a grid of them, without a page, and prints what came out. docs/experiment.md
//   npm run experiment -- FILE.json|PRESET [--seeds N] [--sweep path=values]…
import { parseAxis } from './experiment/axis.ts';
import { openFiles, withFiles } from './experiment/data-files.ts';
import { DataSets } from './experiment/data-sets.ts';
import { endWith } from './experiment/end.ts';
import { unitsOf } from './experiment/grid.ts';
import { readOptions, usage, type NodeBackend, type Options } from './experiment/options.ts';
import { defaultFile, headerOf } from './experiment/plan.ts';
import { readSource } from './experiment/source.ts';
import { summary } from './experiment/summary.ts';
import { trainGrid } from './experiment/train-grid.ts';
import type { Experiment } from '#lib/experiment/experiment.ts';

async function run(options: Options, signal: AbortSignal): Promise<void> {
  const { name, experiment: given } = readSource(options.source);
  const files = await openFiles(options.files);
  const experiment = await withFiles(given, files);
  const backend = options.backend ?? ownBackend(experiment);
  const axes = options.sweeps.map((text) => parseAxis(text, experiment.network.hidden.length));
  const grid = { experiment, sweeps: [axes], seeds: options.seeds };
  const { workers, protocol } = options;
  const header = headerOf(grid, { backend, protocol });
  const records = await trainGrid(unitsOf(grid), {
    header,
    file: options.out ?? defaultFile(name, header),
    dataSets: new DataSets(files),
    workers,
    signal,
  });
  console.log(options.json ? JSON.stringify({ ...header, records }, null, 2) : summary(records));
}

/** WebGL is the page's alone. */
function ownBackend({ backend }: Experiment): NodeBackend {
  return backend === 'cpu' ? 'cpu' : 'wasm';
}

await endWith(async (signal) => {
  const options = readOptions(process.argv.slice(2));
  if (options) await run(options, signal);
  else console.log(usage);
});
