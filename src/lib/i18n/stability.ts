import type { StabilityTexts } from './en/stability.ts';
import { loaded } from './loaded.ts';

/** The texts of the page of numerical stability, which no other page fetches. */
export const stabilityTexts = loaded<StabilityTexts>({
  en: () => import('./en/stability/index.ts'),
  zh: () => import('./zh/stability/index.ts'),
});
