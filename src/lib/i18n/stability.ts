import type { StabilityTexts } from './en/stability.ts';
import type { Language } from './language.ts';

const loaders: Record<Language, () => Promise<StabilityTexts>> = {
  en: async () => (await import('./en/stability.ts')).stability,
  zh: async () => (await import('./zh/stability.ts')).stability,
};

/** The texts of the page of numerical stability, which no other page fetches. */
export function stabilityTexts(language: Language): Promise<StabilityTexts> {
  return loaders[language]();
}
