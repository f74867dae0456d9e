import type { VariantName } from '#lib/experiment/experiment.ts';
import { dropout } from './dropout.ts';
import { fullEnsemble } from './full-ensemble.ts';
import { inputNoise } from './input-noise.ts';
import { sharedSubnetworks } from './shared-subnetworks.ts';
import { single } from './single.ts';
import { subnetworks } from './subnetworks.ts';
import type { Variant } from './variant.ts';
import { weightDecay } from './weight-decay.ts';

/** Every variant by its name. */
export const variants: Record<VariantName, Variant> = {
  single,
  dropout,
  subnetworks,
  'shared-subnetworks': sharedSubnetworks,
  'full-ensemble': fullEnsemble,
  'weight-decay': weightDecay,
  'input-noise': inputNoise,
};
