/** The texts of this page in English: the shape that the other languages fill. */
export type StabilityTexts = typeof import('./stability/index.ts');
