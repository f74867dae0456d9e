import type { Examples } from '#lib/data/dataset.ts';
import type { Experiment, VariantName } from '#lib/experiment/experiment.ts';
import { settingsAt } from '#lib/experiment/settings-at.ts';
import { drawSubnetwork, type Draw } from '../averaging/draws.ts';
import { thinnedNetwork, type ThinnedNetwork } from '../averaging/thinned.ts';
import type { EnsembleSpec } from '../network/ensemble.ts';
import type { Memory } from '../network/host/memory.ts';
import { layoutOf } from '../network/layout.ts';
import type { Checkpoint, WasmPaths } from '#lib/protocol/protocol.ts';

/** What was trained, to be looked at: plain data, as it is posted. */
export interface StudyJob {
  experiment: Experiment;
  inputs: number;
  classes: number;
  train: Examples;
  test: Examples;
  /** One for each variant that was trained. */
  checkpoints: Checkpoint[];
  wasmPaths: WasmPaths;
}

/** A study in a worker, with something to compute it in. */
export interface Study extends StudyJob {
  memory: Memory;
  /** Layer sizes and activation of every network of the study. */
  spec: Pick<EnsembleSpec, 'sizes' | 'activation'>;
  /** Drop probability of the input and of each hidden layer at the end of training, `[layers]`. */
  p: readonly number[];
}

export function studyOf(job: StudyJob, memory: Memory): Study {
  const { experiment, inputs, classes, checkpoints } = job;
  const step = Math.max(0, ...checkpoints.map((checkpoint) => checkpoint.step - 1));
  return {
    ...job,
    memory,
    spec: {
      sizes: [inputs, ...experiment.network.hidden, classes],
      activation: experiment.network.activation,
    },
    p: settingsAt(experiment, step).p,
  };
}

/** What was trained of a variant; undefined where it was not. */
export function trainedOf({ checkpoints }: Study, variant: VariantName): Checkpoint | undefined {
  return checkpoints.find((checkpoint) => checkpoint.variant === variant);
}

/**
 * The weights and biases of one member of a variant, `[perMember]` in the order of `layout.ts`, as a
 * view. Throws a RangeError where the variant was not trained, or has no such member.
 */
export function networkOf(study: Study, variant: VariantName, member = 0): Float32Array {
  const checkpoint = trainedOf(study, variant);
  const { perMember } = layoutOf(study.spec.sizes, 1);
  const members = checkpoint ? checkpoint.parameters.length / perMember : 0;
  if (!checkpoint || member >= members)
    throw new RangeError(`No member ${member} of ${variant} was trained.`);
  return checkpoint.parameters.subarray(member * perMember, (member + 1) * perMember);
}

/** The network of a variant on rows `[count, inputs]`, to be thinned. Throws as `networkOf` does. */
export function thinnedOf(study: Study, variant: VariantName, rows: Float32Array): ThinnedNetwork {
  const { spec, inputs, memory } = study;
  return thinnedNetwork(spec, networkOf(study, variant), rows, rows.length / inputs, memory);
}

/** What subnetwork number `index` keeps: the same one in every view. */
export function subnetworkOf({ spec, p, experiment }: Study, index: number): Draw {
  return drawSubnetwork(spec.sizes, p, experiment.seeds.masks, index);
}
