import { theoryTexts } from '#lib/i18n/theory.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, params }) => ({
  ...data,
  theory: await theoryTexts(params.lang),
});
