import type { DataSet } from '#lib/data/dataset.ts';
import type { Experiment, VariantName } from '#lib/experiment/experiment.ts';
import type { Checkpoint } from '#lib/protocol/protocol.ts';
import type { OpenBackend } from '../backend.ts';
import type { Ensemble, EnsembleSpec } from '../network/ensemble.ts';
import { initialParameters } from '../network/initialisations.ts';
import { layoutOf } from '../network/layout.ts';
import { variants } from '../variants/index.ts';
import { batchesOf, type Batches } from './batches.ts';

/** What a session needs to begin. */
export interface SessionJob {
  experiment: Experiment;
  variant: VariantName;
  data: DataSet;
  checkpoint?: Checkpoint;
  live?: boolean;
}

/** The shape of a variant's ensemble. */
function ensembleSpec({ experiment, variant, data }: SessionJob): EnsembleSpec {
  const { network, training } = experiment;
  const { members, masks } = variants[variant];
  return {
    sizes: [data.inputs, ...network.hidden, data.classes.length],
    members: members(experiment),
    activation: network.activation,
    optimizer: training.optimizer,
    batch: Math.min(training.batch, data.train.labels.length),
    masks: masks(experiment),
  };
}

/** A job's variant as it begins: new initial weights in a new ensemble, and its batches. */
export function begin(
  job: SessionJob,
  backend: OpenBackend,
): { ensemble: Ensemble; batches: Batches } {
  const { experiment, variant, data } = job;
  const { network, training, seeds } = experiment;
  const spec = ensembleSpec(job);
  const ensemble = backend.ensemble(spec);
  const layout = layoutOf(spec.sizes, spec.members);
  const { initialisation, sigma } = network;
  ensemble.write({ parameters: initialParameters(layout, initialisation, sigma, seeds.weights) });
  const batches = batchesOf(data.train, data.inputs, training.batch, seeds.order, {
    deviation: variants[variant].inputNoise(experiment),
    seed: seeds.masks,
  });
  return { ensemble, batches };
}
