import type { Language } from '#lib/i18n/language.ts';
import { labPath } from '#lib/site/paths.ts';

/** The lab with an experiment that starts by itself. `link` is a query; the opening preset's is empty. */
export function runPath(language: Language, link: string): string {
  return `${labPath(language)}?${link === '' ? '' : `${link}&`}run=1`;
}
