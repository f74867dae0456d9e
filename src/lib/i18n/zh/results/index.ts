/** 结果页：框架、各张表，以及由数字得出的结论。 */

export { claims } from './claims.ts';
export { sentence } from './findings.ts';
export { axes, nameText, quantities, seriesText } from './names.ts';
export { page } from './page.ts';
export { tables } from './tables.ts';
