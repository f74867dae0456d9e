import type { VariantName } from '../../src/lib/experiment/experiment.ts';
import { drawSubnetwork } from '../averaging/draws.ts';
import { thinnedNetwork } from '../averaging/thinned.ts';
import { largest, lossOf } from '../training/score.ts';
import { allMasks } from './crowd-masks.ts';
import { crowdPlan, type CrowdPlan } from './crowd-plan.ts';
import type { Question } from './question.ts';
import { networkOf } from './study.ts';

export interface CrowdJob {
  variant: VariantName;
}

/** What one predictor scores on the examples. */
export interface CrowdScore {
  /** Examples predicted wrongly. */
  wrong: number;
  /** Mean NLL in nats, and the standard error of that mean over the examples. */
  loss: number;
  lossError: number;
}

/** The subnetworks of a network, each with its score, as far as they were met. */
export interface Crowd extends CrowdPlan {
  /** Of each one met, in the order of meeting: the most probable first, or by number. */
  wrong: Int32Array<ArrayBuffer>;
  loss: Float64Array<ArrayBuffer>;
  /** How much it counts: its probability where all are met, else 1. */
  weight: Float64Array<ArrayBuffer>;
  /** The arithmetic mean of the predictions of all that were met, by their weights. */
  average: CrowdScore;
  /** The network with dropout turned off. */
  off: CrowdScore;
  /** The network that was trained without dropout, where there is one. */
  single: CrowdScore | null;
}

/** Milliseconds between two reports. */
const newsInterval = 150;

function scoreOf(log: ArrayLike<number>, labels: Int32Array, classes: number): CrowdScore {
  const count = labels.length;
  let wrong = 0;
  let sum = 0;
  let squares = 0;
  // A plain loop: this is a third of the time that a small network takes.
  for (let row = 0; row < count; row++) {
    const label = labels[row];
    if (largest(log, row * classes, classes) !== label) wrong++;
    const loss = lossOf(log[row * classes + label]);
    sum += loss;
    squares += loss * loss;
  }
  const loss = sum / count;
  const variance = Math.max(0, squares / count - loss * loss) * (count / Math.max(1, count - 1));
  return { wrong, loss, lossError: Math.sqrt(variance / count) };
}

/**
 * Error and NLL of subnetworks on the first test examples: of all where that takes seconds, of as many
 * as do otherwise. Told on the way; where it is stopped, those met so far are the answer.
 */
export const crowd: Question<CrowdJob, Crowd, Crowd> = async (study, { variant }, conversation) => {
  const { inputs, classes, test, spec, p, memory, experiment } = study;
  const atHand = Math.min(test.labels.length, experiment.averaging.examples);
  const plan = crowdPlan(spec.sizes, p, atHand);
  const rows = test.rows.slice(0, plan.examples * inputs);
  const labels = test.labels.slice(0, plan.examples);
  const networkFor = (name: VariantName) =>
    thinnedNetwork(spec, networkOf(study, name), rows, plan.examples, memory);
  const whole = [p.map(() => null), p] as const;

  const network = networkFor(variant);
  const off = scoreOf(network.predict(...whole), labels, classes);
  let single: CrowdScore | null = null;
  if (study.checkpoints.some((one) => one.variant === 'single')) {
    const control = networkFor('single');
    single = scoreOf(control.predict(...whole), labels, classes);
    control.release();
  }

  const all = plan.kind === 'all' ? allMasks(spec.sizes, p, experiment.seeds.masks) : null;
  const wrong = new Int32Array(plan.members);
  const loss = new Float64Array(plan.members);
  const weight = all?.probabilities ?? new Float64Array(plan.members).fill(1);
  const sum = new Float64Array(plan.examples * classes);
  let met = 0;
  let total = 0;

  const soFar = (): Crowd => ({
    ...plan,
    wrong: wrong.slice(0, met),
    loss: loss.slice(0, met),
    weight: weight.slice(0, met),
    average: scoreOf(
      sum.map((probability) => Math.log(probability / total)),
      labels,
      classes,
    ),
    off,
    single,
  });

  let told = performance.now();
  while (met < plan.members) {
    const { kept, scale } =
      all?.at(met) ?? drawSubnetwork(spec.sizes, p, experiment.seeds.masks, met);
    const log = network.predict(kept, scale);
    const score = scoreOf(log, labels, classes);
    const share = weight[met];
    for (let i = 0; i < log.length; i++) sum[i] += share * Math.exp(log[i]);
    wrong[met] = score.wrong;
    loss[met] = score.loss;
    total += share;
    met++;
    if (!(await conversation.goesOn())) break;
    if (performance.now() - told > newsInterval) {
      conversation.tell(soFar());
      told = performance.now();
    }
  }
  network.release();
  return soFar();
};
