import type { ActivationName } from '#lib/experiment/experiment.ts';
import { asymmetryOf } from '../../network/asymmetry.ts';
import type { Batch, StepSettings } from '../../network/ensemble.ts';
import { layoutOf } from '../../network/layout.ts';
import type { MaskRule } from '../../network/masks.ts';
import { masksOf } from '../../reference/masks.ts';
import { memberState } from '../../reference/member.ts';
import { float64 } from '../../reference/precision.ts';
import { takeStep } from '../../reference/step.ts';
import type { Outcome } from '../statement.ts';
import { exactlyZero } from './compare.ts';
import { drawLabels, drawRows } from './draws.ts';

/** A small training run in the reference network. */
export interface Training {
  sizes: readonly number[];
  activation: ActivationName;
  optimizer: 'sgd' | 'adam';
  masks: MaskRule;
  settings: StepSettings;
  steps: number;
  seed: number;
}

const examples = 20;
const batch = 10;

/** Weights and biases `[perMember]` after the steps, from `start`. Twenty examples in batches of ten. */
export function train(
  { sizes, activation, optimizer, masks, settings, steps, seed }: Training,
  start: Float32Array,
): Float64Array {
  const inputs = sizes[0];
  const rows = drawRows(seed, examples, inputs);
  const labels = drawLabels(seed, examples, sizes[sizes.length - 1]);
  const spec = { sizes, activation, optimizer } as const;
  const state = memberState(spec, start);
  for (let step = 0; step < steps; step++) {
    const first = (step * batch) % examples;
    const part: Batch = {
      rows: rows.subarray(first * inputs, (first + batch) * inputs),
      labels: labels.subarray(first, first + batch),
      count: batch,
    };
    const drawn = masksOf(masks, settings.p, sizes, 0, step, batch);
    takeStep(spec, state, part, drawn, step, settings, float64);
  }
  return state.parameters;
}

/** Largest difference of two units of one hidden layer, over biases and incoming weights. */
function asymmetry(parameters: Float64Array, sizes: readonly number[]): number {
  const hidden = layoutOf(sizes, 1).layers.slice(0, -1);
  return Math.max(...hidden.map((layer) => asymmetryOf(parameters, layer)));
}

/**
 * Trains a network whose weights all begin at .1; its two hidden layers have a drop probability of
 * p. Measured: the asymmetry of its units at the end; 0 means that they are all the same.
 */
export function trainConstant(units: number, steps: number, p: number, seed: number): Outcome {
  const sizes = [5, units, units, 3];
  const start = new Float32Array(layoutOf(sizes, 1).total).fill(0.1);
  const parameters = train(
    {
      sizes,
      activation: 'tanh',
      optimizer: 'sgd',
      masks: { kind: 'fresh', seed },
      settings: { learningRate: 0.1, momentum: 0, l2: 0, maxNorm: 0, p: [0, p, p] },
      steps,
      seed,
    },
    start,
  );
  return exactlyZero(asymmetry(parameters, sizes), 2 * (units - 1));
}
