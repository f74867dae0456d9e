import { canDrop } from '#lib/experiment/exact-sums.ts';
import type { VariantName } from '#lib/experiment/experiment.ts';
import { coadaptation, hiddenLayers, idleShare } from './activity.ts';
import { expectedInUse, parametersInUse } from './use.ts';
import { allWeights, histogram, normsOf } from './weights.ts';
import { membersOf, type Member } from '../members.ts';
import type { Question } from '../../asking.ts';
import { subnetworkOf, type Study } from '../study.ts';

export interface CapacityJob {
  /** Masks whose parameters are counted. */
  draws: number;
  /** Bins of the histogram of the weights. */
  bins: number;
}

/** What one network is made of and what it does, layer by layer. */
export interface Capacity {
  /** Standard deviation of all weights in use. */
  deviation: number;
  /** Frobenius norm of each layer's weights, and the largest norm into a unit, `[layers]`. */
  frobenius: Float64Array<ArrayBuffer>;
  incoming: Float64Array<ArrayBuffer>;
  /** Share of activations that are 0 or saturated, `[hidden layers]`. */
  idle: Float64Array<ArrayBuffer>;
  /** Mean |correlation| of two units, `[hidden layers]`; NaN where fewer than two vary. */
  correlation: Float64Array<ArrayBuffer>;
  /** Units in use, and those that vary at all, `[hidden layers]`. */
  units: Int32Array<ArrayBuffer>;
  varying: Int32Array<ArrayBuffer>;
}

/** The weights in use of all networks of a variant, biases left out. */
export interface Weights {
  count: number;
  /** How many lie in each part of [−limit, limit], `[bins]`. */
  histogram: Int32Array<ArrayBuffer>;
  deviation: number;
  largest: number;
}

export interface VariantCapacity {
  variant: VariantName;
  networks: Capacity[];
  /**
   * Parameters in use in each network, or under each mask if several masks share one network. For
   * dropout the masks are drawn.
   */
  inUse: Int32Array<ArrayBuffer>;
  weights: Weights;
}

export interface CapacityAnswer {
  /** How many test examples, from the first, the activations are measured on. */
  examples: number;
  /** Parameters of one whole network. */
  parameters: number;
  /** The end of the axis of the weights: the largest |w| of all variants. */
  limit: number;
  variants: VariantCapacity[];
  /** Mean number of parameters in use over all masks of dropout. */
  expected: number;
}

export interface CapacityNews {
  done: number;
  all: number;
}

/** The networks of a variant as they predict: whole where it turns dropout off, else what their masks keep. */
function networksOf(study: Study, variant: VariantName): Member[] {
  const members = membersOf(study, variant);
  // Shared subnetworks are parts of one network, which is looked at as a whole.
  if (variant !== 'shared-subnetworks') return members;
  return [{ ...members[0], kept: members[0].kept.map(() => null) }];
}

/** Parameters in use in each network of a variant, or under each mask. */
async function inUse(
  study: Study,
  variant: VariantName,
  draws: number,
  goesOn: () => Promise<boolean>,
): Promise<Int32Array<ArrayBuffer>> {
  const { sizes } = study.spec;
  if (variant !== 'dropout')
    return Int32Array.from(membersOf(study, variant), (one) => parametersInUse(sizes, one));
  const drawn = new Int32Array(study.p.some(canDrop) ? draws : 1);
  for (let i = 0; i < drawn.length; i++) {
    drawn[i] = parametersInUse(sizes, subnetworkOf(study, i));
    if (!(await goesOn())) break;
  }
  return drawn;
}

function capacityOf(study: Study, member: Member, examples: number): Capacity {
  const { spec, test, inputs, memory } = study;
  const rows = test.rows.subarray(0, examples * inputs);
  const layers = hiddenLayers(study, member, rows, examples);
  const pairs = layers.map((h) => coadaptation(memory, h, examples));
  return {
    deviation: weightsOf(allWeights(spec.sizes, [member])).deviation,
    ...normsOf(spec.sizes, member),
    idle: Float64Array.from(layers, (h) => idleShare(spec.activation, h)),
    correlation: Float64Array.from(pairs, ({ correlation }) => correlation),
    units: Int32Array.from(layers, (h) => h.length / examples),
    varying: Int32Array.from(pairs, ({ varying }) => varying),
  };
}

function weightsOf(weights: Float32Array): Omit<Weights, 'histogram'> {
  const count = weights.length;
  const mean = weights.reduce((sum, w) => sum + w, 0) / count;
  const squares = weights.reduce((sum, w) => sum + (w - mean) ** 2, 0);
  const largest = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0);
  return { count, deviation: Math.sqrt(squares / count), largest };
}

/**
 * Two ways to bound what a network can learn, measured on what was trained: how many parameters are in
 * use at a time, and how far they range; with how its hidden units behave on test examples.
 */
export const capacity: Question<Study, CapacityJob, CapacityAnswer, CapacityNews> = async (
  study,
  { draws, bins },
  conversation,
) => {
  const { experiment, checkpoints, test, spec, p } = study;
  const { sizes } = spec;
  const examples = Math.min(test.labels.length, experiment.averaging.examples);
  const found = checkpoints.map(({ variant }) => ({
    variant,
    members: networksOf(study, variant),
    networks: [] as Capacity[],
  }));
  const all = found.reduce((sum, { members }) => sum + members.length, 0);
  let done = 0;
  for (const { members, networks } of found) {
    for (const member of members) {
      networks.push(capacityOf(study, member, examples));
      done++;
      conversation.tell(() => ({ done, all }));
      if (!(await conversation.goesOn())) break;
    }
  }

  const counts: Int32Array<ArrayBuffer>[] = [];
  for (const { variant } of found)
    counts.push(await inUse(study, variant, draws, conversation.goesOn));

  const weights = found.map(({ members }) => allWeights(sizes, members));
  const figures = weights.map(weightsOf);
  const limit = Math.max(Number.MIN_VALUE, ...figures.map(({ largest }) => largest));
  return {
    examples,
    parameters: sizes.slice(1).reduce((sum, units, l) => sum + (sizes[l] + 1) * units, 0),
    limit,
    variants: found.map(({ variant, networks }, i) => ({
      variant,
      networks,
      inUse: counts[i],
      weights: { ...figures[i], histogram: histogram(weights[i], limit, bins) },
    })),
    expected: expectedInUse(sizes, p),
  };
};
