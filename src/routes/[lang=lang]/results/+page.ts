import { resultsTexts } from '#lib/i18n/results.ts';
import { storedTables } from '#lib/labs/results/stored.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => ({
  results: await resultsTexts(params.lang),
  tables: storedTables,
});
