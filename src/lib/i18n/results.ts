import type { ResultsTexts } from './en/results.ts';
import type { Language } from './language.ts';

const loaders: Record<Language, () => Promise<ResultsTexts>> = {
  en: async () => (await import('./en/results.ts')).results,
  zh: async () => (await import('./zh/results.ts')).results,
};

/** The texts of the page of results, which no other page fetches. */
export function resultsTexts(language: Language): Promise<ResultsTexts> {
  return loaders[language]();
}
