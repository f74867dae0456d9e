/** The page of results: its frame, its tables, and what they allow to be said. */

export { claims } from './claims.ts';
export { sentence } from './findings.ts';
export { axes, nameText, quantities, seriesText } from './names.ts';
export { page } from './page.ts';
export { tables } from './tables.ts';
