import type { VariantName } from '#lib/experiment/experiment.ts';
import type { Draw } from '../../averaging/draws.ts';
import { predictionOf } from '../../averaging/estimators/estimator.ts';
import { dropoutOff } from '../../averaging/off.ts';
import { keptScale } from '../../network/masks.ts';
import type { Question } from '../../asking.ts';
import { subnetworkOf, thinnedOf, type Study } from '../study.ts';

/** The number of a subnetwork, the same one in every view; or what each layer keeps, 1 for a unit kept. */
export type Mask = number | readonly Uint8Array[];

export interface SubnetworkJob {
  variant: VariantName;
  /** If `mask` is a number, `count` subnetworks from that one on are predicted. */
  mask: Mask;
  /** Default: 1. */
  count?: number;
  /** The test example that is predicted, from 0. */
  example: number;
}

/** Covers as many subnetworks as were asked for, or fewer if the question was stopped. */
export interface SubnetworkAnswer {
  /** Layer by layer from the input on, `[subnetworks, units]`: 1 where the unit is kept. */
  kept: Uint8Array<ArrayBuffer>[];
  /** Probabilities of each subnetwork, `[subnetworks, classes]`. */
  probabilities: Float32Array;
  /** Probabilities of the network with dropout turned off, `[classes]`. */
  off: Float32Array;
}

/** What a mask keeps, as `thinnedNetwork` takes it. A layer without dropout keeps all. */
function drawOf(study: Study, mask: Mask): Draw {
  if (typeof mask === 'number') return subnetworkOf(study, mask);
  const { p } = study;
  return {
    kept: mask.map((layer, l) => {
      if (p[l] === 0 && layer.every((bit) => bit === 1)) return null;
      return Int32Array.from([...layer.keys()].filter((unit) => layer[unit] === 1));
    }),
    scale: p.map(keptScale),
  };
}

/** What subnetworks make of one example, one after another, beside the whole network. */
export const subnetwork: Question<Study, SubnetworkJob, SubnetworkAnswer> = async (
  study,
  { variant, mask, count = 1, example },
  conversation,
) => {
  const { inputs, classes, test, spec, p } = study;
  const row = test.rows.slice(example * inputs, (example + 1) * inputs);
  const network = thinnedOf(study, variant, row);
  const probabilitiesOf = (logs: Float32Array) => predictionOf(logs).probabilities;
  const kept = p.map((_, l) => new Uint8Array(count * spec.sizes[l]));
  const probabilities = new Float32Array(count * classes);
  let done = 0;
  while (done < count) {
    const draw = drawOf(study, typeof mask === 'number' ? mask + done : mask);
    draw.kept.forEach((units, l) => {
      const bits = kept[l].subarray(done * spec.sizes[l], (done + 1) * spec.sizes[l]);
      if (units) for (const unit of units) bits[unit] = 1;
      else bits.fill(1);
    });
    probabilities.set(probabilitiesOf(network.predict(draw)), done * classes);
    done++;
    if (!(await conversation.goesOn())) break;
  }
  const off = probabilitiesOf(dropoutOff(network, p));
  network.release();
  return {
    kept: kept.map((bits, l) => bits.slice(0, done * spec.sizes[l])),
    probabilities: probabilities.slice(0, done * classes),
    off,
  };
};
