/** The texts of this page in English: the shape that the other languages fill. */
export type ResultsTexts = typeof import('./results/index.ts');
