import { claims } from './results/claims.ts';
import { sentence } from './results/findings.ts';
import { axes, nameText, quantities, seriesText } from './results/names.ts';
import { page } from './results/page.ts';
import { tables } from './results/tables.ts';

/** The page of results: its frame, its tables, and what they allow to be said. */
export const results = { page, tables, claims, sentence, nameText, seriesText, axes, quantities };
export type ResultsTexts = typeof results;
