// Trains the deep networks of the stability lab that stick and that learn, and writes down what came out.
//   npm run deep [-- --seeds 3 --workers 2]
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { buildDataSet } from '#lib/data/build.ts';
import { nodeFactory } from '#lib/crew/hire/node-factory.ts';
import { proberDesk } from '#lib/crew/ask/prober.ts';
import { dataSpecOf } from '#lib/experiment/stability/training.ts';
import { figuresOf, type DeepFigures } from './deep/measure.ts';
import { networks, training } from './deep/networks.ts';
import { whole, workersIn } from './experiment/arguments.ts';
import { endWith } from './experiment/end.ts';
import { inParallel } from './experiment/in-parallel.ts';
import { writeWhole } from './experiment/journal.ts';
import { tfjsVersion } from './experiment/plan.ts';
import { withSection } from './tables/section.ts';

const { values } = parseArgs({
  options: { seeds: { type: 'string' }, workers: { type: 'string' } },
});

/** The figures of every network, `[networks][seeds]`. */
async function measure(seeds: number, workers: number, signal: AbortSignal) {
  const factory = nodeFactory();
  const jobs = networks.flatMap((network) =>
    Array.from({ length: seeds }, (_, i) => ({ network, seed: i + 1 })),
  );
  const figures = await inParallel(jobs, workers, async ({ network: { name, stack }, seed }) => {
    const outcome = await buildDataSet(dataSpecOf(training), seed, []);
    if (!outcome.ok) throw new Error(`No data could be drawn: ${outcome.problem.kind}.`);
    const desk = proberDesk(factory);
    try {
      const job = { stack: { ...stack, seed }, training, data: outcome.data };
      const answer = figuresOf(await desk.ask('learning', job, { signal }));
      signal.throwIfAborted();
      console.error(`${name}, seed ${seed}: loss ${answer.loss.toFixed(3)}`);
      return answer;
    } finally {
      desk.retire();
    }
  });
  return networks.map((_, n) => figures.slice(n * seeds, (n + 1) * seeds));
}

function tableOf(figures: DeepFigures[][]): string {
  const of = (each: DeepFigures[], text: (one: DeepFigures) => string) => each.map(text).join(', ');
  return markdownTable(
    [
      ['network', 'loss at the end', 'lowest loss', 'largest bottom / top gradient'],
      ...networks.map(({ name }, n) => [
        name,
        of(figures[n], ({ loss, failed }) =>
          failed === null ? loss.toFixed(3) : `lost at step ${failed}`,
        ),
        of(figures[n], ({ lowest }) => lowest.toFixed(3)),
        of(figures[n], ({ ratio }) => (ratio === 0 ? '0' : ratio.toExponential(1))),
      ]),
    ],
    { align: ['', 'r', 'r', 'r'] },
  );
}

await endWith(async (signal) => {
  const seeds = whole('--seeds', values.seeds ?? '3', 100);
  const workers = workersIn(values);
  const table = tableOf(await measure(seeds, workers, signal));
  console.log(table);
  const file = fileURLToPath(new URL('../../docs/results.md', import.meta.url));
  const content = `## Deep networks that stick and that learn

\`\`\`
npm run deep -- --seeds ${seeds}
\`\`\`

1,000 drawn digits, ${training.steps} steps of ${training.batch}, SGD ${training.learningRate} with momentum ${training.momentum}, hidden layers of 64 units,
h + f(h) with one matrix in f. Losses are means over 50 batches in nats, one figure for each of the seeds 1 to ${seeds};
ln 10 = 2.303 is guessing. The gradient is that of the lowest layer's weights over that of the output layer's,
the largest of all steps; 0 is a gradient that float32 cannot hold.
Node ${process.versions.node}, TensorFlow.js ${tfjsVersion()}, backend \`wasm\`.

${table}`;
  writeWhole(file, withSection(readFileSync(file, 'utf8'), 'deep-networks', content));
});
