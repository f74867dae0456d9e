import { plain, type Variant } from './variant.ts';

/** `single` with Gaussian noise on the input: the Tikhonov view (Bishop 1995). */
export const inputNoise: Variant = { ...plain, inputNoise: (experiment) => experiment.inputNoise };
