import type { Dictionary } from './en.ts';
import type { Language } from './language.ts';

export type { Dictionary } from './en.ts';

const loaders: Record<Language, () => Promise<Dictionary>> = {
  en: async () => (await import('./en.ts')).en,
  zh: async () => (await import('./zh.ts')).zh,
};

/** Every text of one language. Only the language that is shown is fetched. */
export function dictionary(language: Language): Promise<Dictionary> {
  return loaders[language]();
}
