import { loaded } from './loaded.ts';

/** Every text of the site. English is the shape: a key that is missing in another language fails the type check. */
export type Dictionary = typeof import('./en.ts');

/** Every text of one language. Only the language that is shown is fetched. */
export const dictionary = loaded<Dictionary>({
  en: () => import('./en.ts'),
  zh: () => import('./zh.ts'),
});
