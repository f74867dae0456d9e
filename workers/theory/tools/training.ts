import type { ActivationName } from '#lib/experiment/experiment.ts';
import type { Batch, StepSettings } from '../../network/ensemble.ts';
import { layoutOf } from '../../network/layout.ts';
import type { MaskRule } from '../../network/masks.ts';
import { masksOf } from '../../reference/masks.ts';
import { memberState } from '../../reference/member.ts';
import { float64 } from '../../reference/precision.ts';
import { takeStep } from '../../reference/step.ts';
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
export function asymmetry(parameters: Float64Array, sizes: readonly number[]): number {
  let largest = 0;
  for (const { inputs, outputs, weights, biases } of layoutOf(sizes, 1).layers.slice(0, -1)) {
    for (let o = 1; o < outputs; o++) {
      for (let i = 0; i < inputs; i++) {
        const difference = parameters[weights + o * inputs + i] - parameters[weights + i];
        largest = Math.max(largest, Math.abs(difference));
      }
      largest = Math.max(largest, Math.abs(parameters[biases + o] - parameters[biases]));
    }
  }
  return largest;
}
