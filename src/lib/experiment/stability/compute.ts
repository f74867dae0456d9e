import type * as v from 'valibot';
import { choice, objectOf } from '#lib/fields/ranges.ts';

/**
 * Where the float32 of the page is computed. `auto` is WASM: every layer's numbers are looked at on the
 * way, and from WebGL each would have to come back. An explicit `webgl` accepts a software renderer.
 */
export const computeRanges = {
  backend: choice(['auto', 'webgl', 'wasm', 'cpu'] as const),
  /** `half`: WebGL renders to float16 alone, as on phones. */
  render: choice(['single', 'half'] as const),
} as const;

export const ComputeSchema = objectOf(computeRanges);
export type Compute = v.InferOutput<typeof ComputeSchema>;
