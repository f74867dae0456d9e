import { plain, type Variant } from './variant.ts';

/** The full network, no dropout: the control. */
export const single: Variant = plain;
