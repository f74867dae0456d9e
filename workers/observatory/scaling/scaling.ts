import { dropoutOff } from '../../averaging/off.ts';
import { thinnedNetwork } from '../../averaging/thinned.ts';
import { keptScale } from '../../network/masks.ts';
import { layoutOf, weightsOf } from '../../network/layout.ts';
import { largest, lossOf } from '#lib/experiment/score.ts';
import { calibrationOf, type Calibration } from './calibration.ts';
import type { Question } from '../../asking.ts';
import { networkOf, type Study } from '../study.ts';

export interface ScalingJob {
  /** Weights and biases of a network trained with inverted dropout; null takes the study's own. */
  parameters: Float32Array | null;
  /** The drop probabilities that it was trained at, of the input and of each hidden layer. */
  p: readonly number[];
}

/**
 * By what the weights of the first form are multiplied at test time: by 1, by p, by 1 − p; or the
 * inverted form, where there is nothing to do.
 */
export const testScalings = ['none', 'drop', 'keep', 'inverted'] as const;
export type TestScaling = (typeof testScalings)[number];

/** What a network predicts under one scaling, on every test example. */
export interface Scaled {
  scaling: TestScaling;
  /** 1 where the example is predicted wrongly, `[examples]`. */
  wrong: Uint8Array<ArrayBuffer>;
  /** NLL in nats, `[examples]`. */
  loss: Float64Array<ArrayBuffer>;
  calibration: Calibration;
  /** Largest difference of a probability from that of `inverted`; of `keep` it is rounding to float32. */
  difference: number;
}

export interface ScalingAnswer {
  p: number[];
  scaled: Scaled[];
}

/** Bins of the calibration (Guo et al. 2017). */
const bins = 15;
/** Examples that are predicted at once. */
const block = 1000;

/**
 * The weights of the first papers' form, W/(1 − p) behind a layer dropped with p: with masks of 0 and 1
 * they compute in training what W computes with masks of 0 and 1/(1 − p).
 */
export function firstForm(
  parameters: Float32Array,
  sizes: readonly number[],
  p: readonly number[],
): Float32Array {
  const layout = layoutOf(sizes, 1);
  const weights = parameters.slice();
  p.forEach((drop, l) => {
    const layer = weightsOf(weights, layout, 0, l);
    if (drop > 0) layer.forEach((w, i) => (layer[i] = w * keptScale(drop)));
  });
  return weights;
}

const factors: Record<Exclude<TestScaling, 'inverted'>, (p: number) => number> = {
  none: () => 1,
  drop: (p) => p,
  keep: (p) => 1 - p,
};

/** What `parameters` predict under every scaling: log-probabilities `[examples, classes]`. */
async function predictions(
  { spec, test, inputs, classes, memory }: Study,
  parameters: Float32Array,
  p: readonly number[],
  goesOn: () => Promise<boolean>,
): Promise<Record<TestScaling, Float32Array>> {
  const examples = test.labels.length;
  const logs = testScalings.map(() => new Float32Array(examples * classes));
  const first = firstForm(parameters, spec.sizes, p);
  const every = p.map((drop, l) =>
    drop > 0 ? Int32Array.from({ length: spec.sizes[l] }, (_, unit) => unit) : null,
  );
  for (let from = 0; from < examples; from += block) {
    const count = Math.min(block, examples - from);
    const rows = test.rows.subarray(from * inputs, (from + count) * inputs);
    const original = thinnedNetwork(spec, first, rows, count, memory);
    const inverted = thinnedNetwork(spec, parameters, rows, count, memory);
    testScalings.forEach((scaling, i) => {
      const predicted =
        scaling === 'inverted'
          ? dropoutOff(inverted, p)
          : original.predict({ kept: every, scale: p.map(factors[scaling]) });
      logs[i].set(predicted, from * classes);
    });
    original.release();
    inverted.release();
    if (!(await goesOn())) break;
  }
  const [none, drop, keep, inverted] = logs;
  return { none, drop, keep, inverted };
}

/**
 * What becomes of one network where the outputs of its dropped layers are scaled at test time in one of
 * four ways, on all test examples. Throws a RangeError at p = 1, where 1/(1 − p) is no number.
 */
export const scaling: Question<Study, ScalingJob, ScalingAnswer> = async (
  study,
  job,
  conversation,
) => {
  const { test, classes } = study;
  if (job.p.some((drop) => drop >= 1)) throw new RangeError('At p = 1 nothing is kept to scale.');
  const parameters = job.parameters ?? networkOf(study, 'dropout');
  const logs = await predictions(study, parameters, job.p, conversation.goesOn);
  const difference = (one: Float32Array) =>
    one.reduce(
      (most, log, i) => Math.max(most, Math.abs(Math.exp(log) - Math.exp(logs.inverted[i]))),
      0,
    );
  return {
    p: [...job.p],
    scaled: testScalings.map((name) => ({
      scaling: name,
      wrong: Uint8Array.from(test.labels, (label, row) =>
        largest(logs[name], row * classes, classes) === label ? 0 : 1,
      ),
      loss: Float64Array.from(test.labels, (label, row) =>
        lossOf(logs[name][row * classes + label]),
      ),
      calibration: calibrationOf(logs[name], test.labels, classes, bins),
      difference: difference(logs[name]),
    })),
  };
};
