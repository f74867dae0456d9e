import { dictionary } from '#lib/i18n/dictionary.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params }) => ({
  language: params.lang,
  t: await dictionary(params.lang),
});
