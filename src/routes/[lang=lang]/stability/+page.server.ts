import { derivationAsMathml } from '#lib/labs/stability/signals/mathml.server.ts';
import type { PageServerLoad } from './$types';

/** Prerendered, as every page: the formulas are made while the site is built. */
export const load: PageServerLoad = () => ({ derivation: derivationAsMathml() });
