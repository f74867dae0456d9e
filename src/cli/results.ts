// Trains the variants of a preset over several seeds, headless, on WASM, and writes down what came out.
//   npm run results -- noisy-digits [--seeds 1,2,3,4,5] [--threads 2]
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { VariantName } from '../lib/experiment/experiment.ts';
import { presetNames, type PresetName } from '../lib/experiment/presets.ts';
import { nodeFactory } from '../lib/crew/node-factory.ts';
import { inParallel } from './in-parallel.ts';
import { markdown, testError, type Row } from './rows.ts';
import { withSection } from './section.ts';
import { seededJobs } from './seeded.ts';
import { train, type Trained, type TrainJob } from '../lib/crew/train.ts';
import { averagedErrors } from './averaged-errors.ts';

const variants = [
  'single',
  'weight-decay',
  'dropout',
  'subnetworks',
  'full-ensemble',
] as const satisfies VariantName[];
/** Subnetworks averaged, and how many are drawn: the mean error of disjoint groups is shown. */
const ks = [10, 200];
const draws = 1000;

const document = new URL('../../docs/results.md', import.meta.url);

interface Options {
  name: PresetName;
  seeds: number[];
  threads: number;
}

function options(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seeds: { type: 'string', default: '1,2,3,4,5' },
      threads: { type: 'string', default: String(Math.min(8, availableParallelism())) },
    },
  });
  const name = presetNames.find((known) => known === positionals[0]);
  if (!name || name === 'your-own-data') {
    throw new Error(`Name a preset that has data of its own: ${presetNames.join(', ')}.`);
  }
  const seeds = values.seeds.split(',').map(Number);
  const threads = Number(values.threads);
  if (!seeds.every(Number.isInteger)) throw new Error('--seeds takes whole numbers: 1,2,3');
  if (!(threads >= 1)) throw new Error('--threads takes a whole number from 1');
  return { name, seeds, threads };
}

const titles: Record<(typeof variants)[number], (trained: Trained) => string> = {
  single: () => '`single`: one network, no dropout',
  'weight-decay': ({ job }) => `\`weight-decay\`: L2 of ${job.experiment.weightDecay}`,
  dropout: () => '`dropout`, off',
  subnetworks: ({ job }) => `\`subnetworks\`: mean of ${job.experiment.members}, own weights`,
  'full-ensemble': ({ job }) => `\`full-ensemble\`: mean of ${job.experiment.members} networks`,
};

async function measure({ name, seeds, threads }: Options): Promise<Row[]> {
  const factory = nodeFactory();
  const jobs = (await Promise.all(seeds.map((seed) => seededJobs(name, seed, variants)))).flat();
  // The longest first, so that no thread is left with one of them at the end.
  const place = ({ variant }: TrainJob) => variants.findIndex((one) => one === variant);
  const order = jobs.toSorted((a, b) => place(b) - place(a));
  const done = await inParallel(order, threads, async (job) => {
    const start = performance.now();
    const trained = await train(factory, job, { backend: 'wasm' });
    const averaged =
      job.variant === 'dropout' ? await averagedErrors(factory, trained, ks, draws) : [];
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.error(
      `seed ${job.experiment.seeds.data}, ${job.variant}: ${testError(trained).toFixed(2)}% in ${seconds} s`,
    );
    return { trained, averaged };
  });

  return variants.flatMap((variant) => {
    const own = seeds.map((seed) =>
      done.find(
        ({ trained: { job } }) => job.variant === variant && job.experiment.seeds.data === seed,
      )!,
    );
    const rows: Row[] = [
      {
        name: titles[variant](own[0].trained),
        errors: own.map(({ trained }) => testError(trained)),
      },
    ];
    if (variant !== 'dropout') return rows;
    return rows.concat(
      ks.map((k, i) => ({
        name: `\`dropout\`, mean of ${k} subnetworks`,
        errors: own.map(({ averaged }) => 100 * averaged[i]),
      })),
    );
  });
}

function versions(): string {
  const { version } = JSON.parse(
    readFileSync(
      new URL('../../node_modules/@tensorflow/tfjs-core/package.json', import.meta.url),
      'utf8',
    ),
  ) as { version: string };
  return `Node ${process.versions.node}, TensorFlow.js ${version}, backend \`wasm\``;
}

async function main(): Promise<void> {
  const chosen = options();
  const table = markdown(await measure(chosen), chosen.seeds);
  console.log(table);
  const command = `npm run results -- ${chosen.name} --seeds ${chosen.seeds.join(',')}`;
  const content = `## \`${chosen.name}\`

\`\`\`
${command}
\`\`\`

Test error in percent after the last step. Data, weights, masks and order of a column all have its seed.
${versions()}.

${table}`;
  writeFileSync(document, withSection(readFileSync(document, 'utf8'), chosen.name, content));
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
