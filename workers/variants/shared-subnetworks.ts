import type { MaskRule } from '../network/masks.ts';
import { plain, type Variant } from './variant.ts';

/** K fixed masks over one shared set of weights; each example at each step draws one of the K. */
export const sharedSubnetworks: Variant = {
  ...plain,
  masks: ({ seeds, members }) => ({ kind: 'choice', seed: seeds.masks, masks: members }),
  estimators: ({ seeds, members }) => [
    {
      name: 'members-mean',
      passes: Array.from({ length: members }, (_, first): MaskRule => ({
        kind: 'member',
        seed: seeds.masks,
        first,
      })),
    },
    { name: 'off', passes: [{ kind: 'none' }] },
  ],
};
