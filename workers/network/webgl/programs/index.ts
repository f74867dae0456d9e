/**
 * The WebGL programs of one training step. Each is fused as far as its data dependencies allow, since
 * on a GPU the fixed cost of a program is nearly all of a small network's step.
 */

export * from './backward.ts';
export * from './forward.ts';
export * from './gradient.ts';
export * from './output.ts';
export * from './update.ts';
export type { Arrangement, Program } from './program.ts';
