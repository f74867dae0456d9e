import type { TheoryTexts } from './en/theory.ts';
import type { Language } from './language.ts';

export type { TheoryTexts } from './en/theory.ts';

const loaders: Record<Language, () => Promise<TheoryTexts>> = {
  en: async () => (await import('./en/theory.ts')).theory,
  zh: async () => (await import('./zh/theory.ts')).theory,
};

/** The texts of the theory page alone, which no other page fetches. */
export function theoryTexts(language: Language): Promise<TheoryTexts> {
  return loaders[language]();
}
