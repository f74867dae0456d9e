import { nodeFactory } from '#lib/crew/hire/node-factory.ts';
import { buildDataSet } from '#lib/data/build.ts';
import type { Experiment } from '#lib/experiment/experiment.ts';
import { preset } from '#lib/experiment/presets.ts';
import { openBackend } from '#workers/backend.ts';
import { studyOf, type Study } from '#workers/observatory/study.ts';
import { sessionOf } from '#workers/training/session.ts';

const backend = await openBackend('wasm', 'single', nodeFactory().wasmPaths);

/** A study of a small experiment, trained in this thread on WASM; `tiny-moons` for a few epochs by default. */
export async function trainedStudy(change: (e: Experiment) => void = () => {}): Promise<Study> {
  const experiment = preset('tiny-moons');
  experiment.data = { ...experiment.data, test: 200 };
  experiment.training.epochs = 20;
  change(experiment);
  const outcome = await buildDataSet(experiment.data, experiment.seeds.data, []);
  if (!outcome.ok) throw new Error(outcome.problem.kind);
  const { data } = outcome;
  const checkpoints = [];
  for (const variant of experiment.variants) {
    const session = sessionOf({ experiment, variant, data }, backend);
    await session.train(Number.MAX_SAFE_INTEGER, () => {});
    checkpoints.push(await session.checkpoint());
    session.dispose();
  }
  return studyOf(
    {
      experiment,
      inputs: data.inputs,
      classes: data.classes.length,
      train: data.train,
      test: data.test,
      checkpoints,
      wasmPaths: {},
    },
    await backend.memory(),
  );
}
