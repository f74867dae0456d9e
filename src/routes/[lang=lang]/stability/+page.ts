import { stabilityTexts } from '#lib/i18n/stability.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, params }) => ({
  ...data,
  stability: await stabilityTexts(params.lang),
});
