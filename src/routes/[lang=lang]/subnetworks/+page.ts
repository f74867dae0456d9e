import { subnetworksTexts } from '#lib/i18n/subnetworks.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => ({
  subnetworks: await subnetworksTexts(params.lang),
});
