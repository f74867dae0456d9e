import type { Solo } from '#lib/crew/run/solo.ts';
import { stepsPerEpoch, type Experiment } from '#lib/experiment/experiment.ts';
import type { Checkpoint, Stop } from '#lib/protocol/protocol.ts';

/** Training that has come to an end, and the weights that are kept of it. */
export interface Kept {
  stop: Exclude<Stop, 'paused'>;
  checkpoint: Checkpoint;
}

/** Trains to the last step, and keeps its weights. */
export async function trainToEnd(trainer: Solo): Promise<Kept> {
  const { stop } = await trainer.train(Number.MAX_SAFE_INTEGER);
  return { stop: ended(stop), checkpoint: await trainer.checkpoint() };
}

/**
 * Trains all epochs, and keeps the weights of the one after which the mean NLL of the variant's own
 * prediction on the test rows of the job (the validation part) was least; of equals the first.
 */
export async function trainToBest(
  trainer: Solo,
  experiment: Experiment,
  trainingRows: number,
): Promise<Kept> {
  const steps = stepsPerEpoch(experiment, trainingRows);
  const { epochs } = experiment.training;
  let kept: Checkpoint | null = null;
  let least = Infinity;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const { stop } = await trainer.train(epoch * steps);
    if (stop === 'diverged') {
      return { stop, checkpoint: kept ?? (await trainer.checkpoint()) };
    }
    const [{ testLoss }] = await trainer.evaluate();
    const loss = testLoss.reduce((sum, one) => sum + one, 0);
    if (kept && !(loss < least)) continue;
    kept = await trainer.checkpoint();
    least = loss;
  }
  return { stop: 'reached', checkpoint: kept! };
}

function ended(stop: Stop): Kept['stop'] {
  if (stop === 'paused') throw new Error('Training was paused, and nobody asked for it.');
  return stop;
}
