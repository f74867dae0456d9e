import { predictionOf } from '../../averaging/estimators/estimator.ts';
import { runningMoments } from './moments.ts';
import type { Question } from '../../asking.ts';
import { subnetworkOf, thinnedOf, type Study } from '../study.ts';

export interface BoundaryDrawsJob {
  /** Places to predict at, `[points, inputs]`. */
  rows: Float32Array;
  /** Subnetworks to draw: numbers 0 to draws − 1. */
  draws: number;
}

/**
 * Consecutive subnetworks, and the averages after each of them, so that the page can show the average of
 * any k without computing anything.
 */
export interface BoundaryDraws {
  /** Number of the first subnetwork. */
  first: number;
  count: number;
  /** Probabilities of each subnetwork alone, `[count, points, classes]`. */
  members: Float32Array;
  /** Mean over all subnetworks up to and with this one, `[count, points, classes]`. */
  means: Float32Array;
  /** Standard deviation over the same, `[count, points]`: see `moments.ts`. */
  spreads: Float32Array;
}

/** Most numbers in one block. */
const most = 2_000_000;

/**
 * Subnetworks of the network trained with dropout, at each place. Reports blocks as they are done;
 * the answer is the last block. Throws a RangeError where nothing was trained with dropout.
 */
export const boundaryDraws: Question<
  Study,
  BoundaryDrawsJob,
  BoundaryDraws,
  BoundaryDraws
> = async (study, { rows, draws }, conversation) => {
  const { classes } = study;
  const points = rows.length / study.inputs;
  const network = thinnedOf(study, 'dropout', rows);
  const moments = runningMoments(points, classes);
  const room = Math.max(1, Math.min(draws, Math.floor(most / (points * (2 * classes + 1)))));
  const block = {
    members: new Float32Array(room * points * classes),
    means: new Float32Array(room * points * classes),
    spreads: new Float32Array(room * points),
  };
  let first = 0;
  let count = 0;

  const take = (): BoundaryDraws => {
    const done = {
      first,
      count,
      members: block.members.slice(0, count * points * classes),
      means: block.means.slice(0, count * points * classes),
      spreads: block.spreads.slice(0, count * points),
    };
    first += count;
    count = 0;
    return done;
  };

  for (let index = 0; index < draws; index++) {
    if (!(await conversation.goesOn())) break;
    if (count > 0) conversation.tell(take, count === room);
    const { probabilities } = predictionOf(network.predict(subnetworkOf(study, index)));
    const at = count * points * classes;
    block.members.set(probabilities, at);
    moments.add(probabilities);
    moments.result(
      block.means.subarray(at, at + points * classes),
      block.spreads.subarray(count * points, (count + 1) * points),
    );
    count++;
  }
  network.release();
  return take();
};
