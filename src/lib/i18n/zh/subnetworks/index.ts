/** 子网络页：框架，以及每个视图各一个文件。 */

export { boundary } from './boundary.ts';
export { capacity } from './capacity.ts';
export { crowd } from './crowd.ts';
export { gain } from './gain.ts';
export { page } from './page.ts';
export { scaling } from './scaling.ts';
export { thinned } from './thinned.ts';
