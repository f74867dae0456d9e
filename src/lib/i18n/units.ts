import type { UnitsTexts } from './en/units.ts';
import type { Language } from './language.ts';

const loaders: Record<Language, () => Promise<UnitsTexts>> = {
  en: async () => (await import('./en/units.ts')).units,
  zh: async () => (await import('./zh/units.ts')).units,
};

/** The texts of the page of one layer, which no other page fetches. */
export function unitsTexts(language: Language): Promise<UnitsTexts> {
  return loaders[language]();
}
