import type { Language } from '#lib/i18n/language.ts';
import { labPath } from '#lib/site/paths.ts';

/**
 * Address of the lab with an experiment that starts by itself. `link` is the experiment's query,
 * which is empty for the opening preset.
 */
export function runPath(language: Language, link: string): string {
  return `${labPath(language)}?${link === '' ? '' : `${link}&`}run=1`;
}
