import type { VariantName } from '../../src/lib/experiment/experiment.ts';
import { drawSubnetwork, type Draw } from '../averaging/draws.ts';
import { predictionOf } from '../averaging/estimator.ts';
import { thinnedNetwork } from '../averaging/thinned.ts';
import { keptScale } from '../network/masks.ts';
import type { Question } from './question.ts';
import { networkOf, type Study } from './study.ts';

/** A number: the subnetwork of that index, the same one in every view. Else what each layer keeps. */
export type Mask = number | readonly Uint8Array[];

export interface SubnetworkJob {
  variant: VariantName;
  mask: Mask;
  /** The test example that is predicted, from 0. */
  example: number;
}

export interface SubnetworkAnswer {
  /** Layer by layer from the input on, `[units]`: 1 where the unit is kept. */
  kept: Uint8Array<ArrayBuffer>[];
  /** Of the subnetwork, `[classes]`. */
  probabilities: Float32Array;
  /** Of the network with dropout turned off, `[classes]`. */
  off: Float32Array;
}

/** What a mask keeps, as `thinnedNetwork` takes it. A layer without dropout keeps all. */
export function drawOf({ spec, p, experiment }: Study, mask: Mask): Draw {
  if (typeof mask === 'number') return drawSubnetwork(spec.sizes, p, experiment.seeds.masks, mask);
  return {
    kept: mask.map((layer, l) => {
      if (p[l] === 0 && layer.every((bit) => bit === 1)) return null;
      return Int32Array.from([...layer.keys()].filter((unit) => layer[unit] === 1));
    }),
    scale: p.map(keptScale),
  };
}

/** What one subnetwork makes of one example, beside the whole network. */
export const subnetwork: Question<SubnetworkJob, SubnetworkAnswer> = (study, job) => {
  const { inputs, test, spec, p, memory } = study;
  const row = test.rows.slice(job.example * inputs, (job.example + 1) * inputs);
  const network = thinnedNetwork(spec, networkOf(study, job.variant), row, 1, memory);
  const draw = drawOf(study, job.mask);
  const predict = ({ kept, scale }: Draw) =>
    predictionOf(network.predict(kept, scale)).probabilities;
  const answer = {
    kept: draw.kept.map((kept, l) => {
      const bits = new Uint8Array(spec.sizes[l]).fill(kept ? 0 : 1);
      kept?.forEach((unit) => (bits[unit] = 1));
      return bits;
    }),
    probabilities: predict(draw),
    off: predict({ kept: p.map(() => null), scale: draw.scale }),
  };
  network.release();
  return answer;
};
