import type { ResultsTexts } from './en/results.ts';
import { loaded } from './loaded.ts';

/** The texts of the page of results, which no other page fetches. */
export const resultsTexts = loaded<ResultsTexts>({
  en: () => import('./en/results/index.ts'),
  zh: () => import('./zh/results/index.ts'),
});
