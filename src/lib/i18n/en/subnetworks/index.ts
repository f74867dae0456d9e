/** The page of the subnetworks: its frame, and a file for each of its views. */

export { boundary } from './boundary.ts';
export { capacity } from './capacity.ts';
export { crowd } from './crowd.ts';
export { gain } from './gain.ts';
export { page } from './page.ts';
export { scaling } from './scaling.ts';
export { thinned } from './thinned.ts';
