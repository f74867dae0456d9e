import { plain, type Variant } from './variant.ts';

/** `single` with an L2 penalty of its own. */
export const weightDecay: Variant = { ...plain, l2: (experiment) => experiment.weightDecay };
