import type { VariantName } from '#lib/experiment/experiment.ts';
import { dropoutOff } from '../../averaging/off.ts';
import { scoreOf, type Score } from '../../averaging/score.ts';
import { allMasks } from './masks.ts';
import { crowdPlan, type CrowdPlan } from './plan.ts';
import type { Question } from '../../asking.ts';
import { subnetworkOf, thinnedOf, trainedOf, type Study } from '../study.ts';
import { tallying, type Tally } from './tally.ts';

export interface CrowdJob {
  variant: VariantName;
}

/**
 * The subnetworks of a network that were met so far. Where all are to be met, the most probable come
 * first, and each weighs its probability; else they come by number, and each weighs 1.
 */
export interface Crowd extends CrowdPlan {
  /** The share of wrong examples, in steps of one example, and the NLL in nats: against dropout off. */
  error: Tally;
  loss: Tally;
  /** The arithmetic mean of the predictions of all that were met, by their weights. */
  average: Score;
  /** The network with dropout turned off. */
  off: Score;
  /** The network that was trained without dropout, where there is one. */
  single: Score | null;
}

/** Most steps of the NLL, and how many of them lie below the NLL of dropout off, at least. */
const [lossSteps, stepsOfOff] = [10_000, 100];

/** The step of the NLL: a power of ten, so that bars on round numbers are whole numbers of steps. */
function lossGrain(off: number): number {
  return 10 ** Math.floor(Math.log10(Math.max(off, 1e-6) / stepsOfOff));
}

/**
 * Error and NLL of subnetworks on the first test examples: of all subnetworks if that takes
 * seconds, else of as many as take seconds. The news is the answer so far; if stopped, the answer
 * covers the subnetworks met until then.
 */
export const crowd: Question<Study, CrowdJob, Crowd, Crowd> = async (
  study,
  { variant },
  conversation,
) => {
  const { inputs, classes, test, spec, p, experiment } = study;
  const atHand = Math.min(test.labels.length, experiment.averaging.examples);
  const plan = crowdPlan(spec.sizes, p, atHand);
  const rows = test.rows.slice(0, plan.examples * inputs);
  const labels = test.labels.slice(0, plan.examples);

  const network = thinnedOf(study, variant, rows);
  const off = scoreOf(dropoutOff(network, p), labels, classes);
  let single: Score | null = null;
  if (trainedOf(study, 'single')) {
    const control = thinnedOf(study, 'single', rows);
    single = scoreOf(dropoutOff(control, p), labels, classes);
    control.release();
  }

  const all = plan.kind === 'all' ? allMasks(spec.sizes, p, experiment.seeds.masks) : null;
  const error = tallying(1 / plan.examples, plan.examples + 1, off.wrong / plan.examples);
  const loss = tallying(lossGrain(off.loss), lossSteps, off.loss);
  const sum = new Float64Array(plan.examples * classes);
  let met = 0;
  let total = 0;

  const soFar = (): Crowd => {
    const mean = sum.map((probability) => Math.log(probability / total));
    const average = scoreOf(mean, labels, classes);
    return { ...plan, error: error.result(), loss: loss.result(), average, off, single };
  };

  while (met < plan.members) {
    const log = network.predict(all?.at(met) ?? subnetworkOf(study, met));
    const score = scoreOf(log, labels, classes);
    const weight = all?.probabilities[met] ?? 1;
    for (let i = 0; i < log.length; i++) sum[i] += weight * Math.exp(log[i]);
    error.add(score.wrong / plan.examples, weight);
    loss.add(score.loss, weight);
    total += weight;
    met++;
    if (!(await conversation.goesOn())) break;
    conversation.tell(soFar);
  }
  network.release();
  return soFar();
};
