import type { VariantName } from '#lib/experiment/experiment.ts';
import type { Draw } from '../averaging/draws.ts';
import { keptScale, keptUnits } from '../network/masks.ts';
import { networkOf, trainedOf, type Study } from './study.ts';

/** One network of a variant as it predicts: weights and biases, and what its own fixed mask keeps of them. */
export interface Member extends Draw {
  parameters: Float32Array;
}

/**
 * The networks that a variant averages: K of an ensemble, one of any other, with dropout turned off.
 * The masks are those of its training, so number m of `subnetworks` and of `shared-subnetworks` keep
 * the same units. Members that stopped on a number that is not finite take no part, as in the scores.
 */
export function membersOf(study: Study, variant: VariantName): Member[] {
  const { experiment, spec, p } = study;
  const ensemble = ['subnetworks', 'shared-subnetworks', 'full-ensemble'].includes(variant);
  const all = Array.from({ length: ensemble ? experiment.members : 1 }, (_, member) => member);
  const stopped = trainedOf(study, variant)?.stopped ?? [];
  const well = all.filter((m) => !stopped.some(({ member }) => member === m));
  const shared = variant === 'shared-subnetworks';
  const masked = shared || variant === 'subnetworks';
  const rule = { kind: 'member' as const, seed: experiment.seeds.masks };
  const one = networkOf(study, variant);
  return (shared || well.length === 0 ? all : well).map((member) => ({
    parameters: shared ? one : networkOf(study, variant, member),
    kept: p.map((drop, layer) =>
      masked && drop > 0 ? keptUnits(rule, drop, layer, member, spec.sizes[layer]) : null,
    ),
    scale: p.map(keptScale),
  }));
}
