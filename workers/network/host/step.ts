import type { Batch, StepSettings } from '../ensemble.ts';
import { biasesOf, weightsOf } from '../layout.ts';
import { batchMask } from './activate.ts';
import type { Networks } from './networks.ts';
import { boundNorms, update } from './update.ts';

/**
 * Networks in training: `parameters` and `moments` change in place.
 *
 * Activations are kept as `[units, examples]` ("by unit") and as `[examples, units]` ("by example"),
 * so that no product needs a transposed argument:
 *   forward    Z[out, B]  = W[out, in] · H[in, B]
 *   backward   δ'[in, B]  = Wᵀ[in, out] · δ[out, B]
 *   gradient   G[out, in] = δ[out, B] · H[B, in]
 * Wᵀ is made by a loop of our own: as a right-hand matrix W would have to be packed anew at every step,
 * which takes longer.
 */
export interface Training extends Networks {
  /** The optimiser's moments, each as long as the parameters. */
  moments: readonly Float32Array<ArrayBuffer>[];
  /** A member of which this is not 0 keeps its parameters as they are, `[members]`. */
  stopped: Uint8Array;
  /** Mean cross-entropy of each member on the last batch, before its update, `[members]`. */
  losses: Float32Array<ArrayBuffer>;
  /** Room for the gradient of the biases of one layer of one member. */
  biasGradient: Float32Array;
  /** Room for mask bytes `[members][layer]`, made anew at each step. */
  maskBytes: Uint8Array[][];
}

/** What all parts of one step need to know of it. */
export interface Step {
  batch: Batch;
  number: number;
  settings: StepSettings;
}

/** The mask of layer `l` (0 is the input) of a member, or null where nothing is dropped. */
export function maskOf(
  { spec, maskBytes }: Training,
  { batch, number, settings }: Step,
  member: number,
  l: number,
): Uint8Array | null {
  const p = settings.p[l];
  if (spec.masks.kind === 'none' || p === 0) return null;
  const mask = maskBytes[member][l];
  batchMask(spec.masks, p, l, member, number, spec.sizes[l], batch.count, mask);
  return mask;
}

/** One update of the weights or biases of a layer of a member. */
export function learn(
  { spec, layout, parameters, moments, stopped }: Training,
  { number, settings }: Step,
  member: number,
  l: number,
  what: 'weights' | 'biases',
  gradient: Float32Array,
): void {
  if (stopped[member]) return;
  const part = what === 'weights' ? weightsOf : biasesOf;
  const w = part(parameters, layout, member, l);
  const v = moments.map((moment) => part(moment, layout, member, l));
  update(spec.optimizer, w, gradient, v, number, settings, what === 'weights' ? settings.l2 : 0);
  if (what === 'weights' && settings.maxNorm > 0) {
    boundNorms(w, spec.sizes[l + 1], spec.sizes[l], settings.maxNorm);
  }
}
