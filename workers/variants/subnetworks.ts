import type { Experiment } from '#lib/experiment/experiment.ts';
import type { MaskRule } from '../network/masks.ts';
import { plain, type Variant } from './variant.ts';

const masks = ({ seeds }: Experiment): MaskRule => ({ kind: 'member', seed: seeds.masks });

/** K thinned networks, each with one fixed mask and weights of its own. */
export const subnetworks: Variant = {
  ...plain,
  members: ({ members }) => members,
  masks,
  estimators: (experiment) => [{ name: 'members-mean', passes: [masks(experiment)] }],
};
