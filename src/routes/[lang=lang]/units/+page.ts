import { unitsTexts } from '#lib/i18n/units.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => ({ units: await unitsTexts(params.lang) });
