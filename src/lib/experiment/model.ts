import { toBase64 } from './base64.ts';
import { mainEstimator, type EstimatorName } from './evaluation.ts';
import type { ActivationName, Experiment, VariantName } from './experiment.ts';
import { memberMask } from './member-mask.ts';
import { settingsAt } from './settings-at.ts';

/**
 * The file of "Download model": enough to predict, and to recompute every average, elsewhere.
 *
 * A network's forward pass, x being the input `[inputs]` and p_l the drop probability of layer l:
 *
 *   h₀ = m₀ ∘ x;  h_l = m_l ∘ φ(W_l·h_{l−1} + b_l);  logits = W_L·h_{L−1} + b_L;  softmax
 *
 * With dropout off every m is 1. With a mask, m_l is bit/(1 − p_l) for each unit (0 where p_l is 1).
 * - `single`, `weight-decay`, `input-noise`, `full-ensemble`: no masks.
 * - `dropout`: off, or any masks of one's own, drawn with the `dropProbabilities`.
 * - `subnetworks`: network k with `masks[k]`.
 * - `shared-subnetworks`: the one network with each of the `masks`, or off.
 * The mean of members is the mean of their probabilities after the softmax, without those in `stopped`.
 */
export interface Model {
  format: 'dropout-lab-model';
  version: 1;
  experiment: Experiment;
  data: { name: string; inputs: number; classes: string[]; scaling: string };
  variants: ModelVariant[];
}

export interface ModelVariant {
  variant: VariantName;
  /** Steps of training done. */
  step: number;
  /** How the variant's own prediction is made: `off`, or the mean of its members. */
  prediction: EstimatorName;
  /** Drop probability of the input and of each hidden layer in the last step. */
  dropProbabilities: number[];
  layers: { inputs: number; outputs: number; activation: ActivationName | 'softmax' }[];
  /** Each network, its layers from the input on. */
  networks: ModelLayer[][];
  /**
   * Fixed masks, `[members][layers]`, the input first: one character per unit, `1` kept, `0`
   * dropped.
   */
  masks: string[][] | null;
  /** Networks, from 0, that stopped on a number that was not finite: the mean leaves them out. */
  stopped: number[];
}

/** One layer as base64 of little-endian float32. */
export interface ModelLayer {
  /** `[outputs, inputs]`, row-major: the weights into one unit stand together. */
  weights: string;
  /** `[outputs]` */
  biases: string;
}

/** What was trained: the part of the workers' `Checkpoint` that a model needs. */
export interface TrainedVariant {
  variant: VariantName;
  step: number;
  /** Network by network, layer by layer from the input on, weights `[outputs, inputs]`, then biases. */
  parameters: Float32Array;
  stopped: readonly { member: number }[];
}

/**
 * The model file of a run. Throws a RangeError where a variant's parameters are not a whole number of
 * networks of the experiment's shape.
 */
export function toModel(
  experiment: Experiment,
  data: Model['data'],
  trained: readonly TrainedVariant[],
): Model {
  const { name, inputs, classes, scaling } = data;
  return {
    format: 'dropout-lab-model',
    version: 1,
    experiment,
    data: { name, inputs, classes: [...classes], scaling },
    variants: trained.map((one) => toVariant(experiment, inputs, classes.length, one)),
  };
}

function toVariant(
  experiment: Experiment,
  inputs: number,
  classes: number,
  { variant, step, parameters, stopped }: TrainedVariant,
): ModelVariant {
  const { network, members, seeds } = experiment;
  const sizes = [inputs, ...network.hidden, classes];
  const { p } = settingsAt(experiment, Math.max(0, step - 1));
  const layers = sizes.slice(1).map((outputs, l): ModelVariant['layers'][number] => ({
    inputs: sizes[l],
    outputs,
    activation: l < network.hidden.length ? network.activation : 'softmax',
  }));
  const masked = variant === 'subnetworks' || variant === 'shared-subnetworks';
  return {
    variant,
    step,
    prediction: mainEstimator(variant),
    dropProbabilities: p,
    layers,
    networks: toNetworks(layers, parameters),
    masks: masked
      ? Array.from({ length: members }, (_, k) =>
          p.map((drop, l) => memberMask(seeds.masks, l, k, drop, sizes[l])),
        )
      : null,
    stopped: stopped.map(({ member }) => member),
  };
}

function toNetworks(layers: ModelVariant['layers'], parameters: Float32Array): ModelLayer[][] {
  const size = layers.reduce((sum, { inputs, outputs }) => sum + (inputs + 1) * outputs, 0);
  if (parameters.length % size !== 0)
    throw new RangeError(`expected networks of ${size} parameters, got ${parameters.length}`);
  let at = 0;
  const take = (count: number) => toBase64(parameters.subarray(at, (at += count)));
  return Array.from({ length: parameters.length / size }, () =>
    layers.map(({ inputs, outputs }) => ({
      weights: take(inputs * outputs),
      biases: take(outputs),
    })),
  );
}
