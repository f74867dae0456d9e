/** 数值稳定性页：框架，以及每个实验各一个文件。 */

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
