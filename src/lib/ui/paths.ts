import { resolve } from '$app/paths';
import type { Language } from '../i18n/language.ts';

/** Addresses of the pages; relative while prerendering, so that the site works below any path. */
export const homePath = (lang: Language) => `${resolve('/[lang=lang]', { lang })}/`;
export const labPath = (lang: Language) => `${resolve('/[lang=lang]/dropout', { lang })}/`;

/** The page that is open, in another language. */
export const pathIn = (lang: Language, route: string | null) =>
  route?.endsWith('/dropout') ? labPath(lang) : homePath(lang);
