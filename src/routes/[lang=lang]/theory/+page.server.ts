import { formulasAsMathml } from '../../../lib/ui/theory/mathml.server.ts';
import type { PageServerLoad } from './$types';

/** Prerendered, as every page: the formulas are made while the site is built. */
export const load: PageServerLoad = () => ({ formulas: formulasAsMathml() });
