/** The page of numerical stability: its frame, and a file for each of its experiments. */

export { fields } from './fields.ts';
export { grid } from './grid.ts';
export { learning } from './learning.ts';
export { matrices } from './matrices.ts';
export { sums } from './sums.ts';
export { taylor } from './taylor.ts';
export { page } from './page.ts';
export { products } from './products.ts';
export { recurrence } from './recurrence.ts';
export { signals } from './signals.ts';
export { tour } from './tour.ts';
export { views } from './views.ts';
