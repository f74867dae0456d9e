import { resolve } from '$app/paths';
import type { Language } from '#lib/i18n/language.ts';

/** Addresses of the pages; relative while prerendering, so that the site works below any path. */
export const homePath = (lang: Language) => `${resolve('/[lang=lang]', { lang })}/`;
export const labPath = (lang: Language) => `${resolve('/[lang=lang]/dropout', { lang })}/`;
export const unitsPath = (lang: Language) => `${resolve('/[lang=lang]/units', { lang })}/`;
export const subnetworksPath = (lang: Language) =>
  `${resolve('/[lang=lang]/subnetworks', { lang })}/`;
export const stabilityPath = (lang: Language) => `${resolve('/[lang=lang]/stability', { lang })}/`;
export const resultsPath = (lang: Language) => `${resolve('/[lang=lang]/results', { lang })}/`;
export const theoryPath = (lang: Language) => `${resolve('/[lang=lang]/theory', { lang })}/`;

const pages: Partial<Record<string, (lang: Language) => string>> = {
  '/[lang=lang]/dropout': labPath,
  '/[lang=lang]/units': unitsPath,
  '/[lang=lang]/subnetworks': subnetworksPath,
  '/[lang=lang]/stability': stabilityPath,
  '/[lang=lang]/results': resultsPath,
  '/[lang=lang]/theory': theoryPath,
};

/** The page of a route, in another language. */
export const pathIn = (lang: Language, route: string | null) =>
  (pages[route ?? ''] ?? homePath)(lang);
