import type { UnitsTexts } from './en/units.ts';
import { loaded } from './loaded.ts';

/** The texts of the page of one layer, which no other page fetches. */
export const unitsTexts = loaded<UnitsTexts>({
  en: async () => (await import('./en/units.ts')).units,
  zh: async () => (await import('./zh/units.ts')).units,
});
