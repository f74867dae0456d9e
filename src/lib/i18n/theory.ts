import type { TheoryTexts } from './en/theory.ts';
import { loaded } from './loaded.ts';

export type { TheoryTexts } from './en/theory.ts';

/** The texts of the theory page alone, which no other page fetches. */
export const theoryTexts = loaded<TheoryTexts>({
  en: async () => (await import('./en/theory.ts')).theory,
  zh: async () => (await import('./zh/theory.ts')).theory,
});
