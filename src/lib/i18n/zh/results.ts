import type { ResultsTexts } from '../en/results.ts';
import { claims } from './results/claims.ts';
import { sentence } from './results/findings.ts';
import { axes, nameText, quantities, seriesText } from './results/names.ts';
import { page } from './results/page.ts';
import { tables } from './results/tables.ts';

/** 结果页：框架、各张表，以及由数字得出的结论。 */
export const results = {
  page,
  tables,
  claims,
  sentence,
  nameText,
  seriesText,
  axes,
  quantities,
} satisfies ResultsTexts;
