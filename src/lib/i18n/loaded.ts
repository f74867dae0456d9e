import type { Language } from './language.ts';

/** Fetches the texts of the language that is asked for, and of no other. */
export function loaded<Texts>(
  loaders: Record<Language, () => Promise<Texts>>,
): (language: Language) => Promise<Texts> {
  return (language) => loaders[language]();
}
