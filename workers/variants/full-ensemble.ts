import { plain, type Variant } from './variant.ts';

/** K full networks from different initial weights. */
export const fullEnsemble: Variant = {
  ...plain,
  members: ({ members }) => members,
  estimators: ({ members }) => [{ name: 'members-mean', k: members, passes: [{ kind: 'none' }] }],
};
