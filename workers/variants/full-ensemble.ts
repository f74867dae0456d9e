import { plain, type Variant } from './variant.ts';

/** K full networks from different initial weights. */
export const fullEnsemble: Variant = {
  ...plain,
  members: ({ members }) => members,
  estimators: () => [{ name: 'members-mean', passes: [{ kind: 'none' }] }],
};
