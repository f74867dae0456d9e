/**
 * How all masks of a network are cut into chunks. The units that can be dropped are the bits of one
 * number, those of the layer nearest to the output lowest. The low bits of the last layer ("walked")
 * are enumerated together by doubling; the others ("outer") are cut into at most 64 equal ranges. The
 * cut depends on the network alone, never on who computes it.
 */
export interface ExactPlan {
  /** Droppable units, all layers together: 2^units subnetworks. */
  units: number;
  /** Units of the last layer before the logits that are walked by doubling. */
  walked: number;
  /** Settings of all other droppable units. */
  outer: number;
  chunks: number;
}

/** Most droppable units that are enumerated: about a million subnetworks. */
const mostUnits = 20;
const mostWalked = 10;
const mostChunks = 64;

/** Whether a layer has more than one mask. Where p is 1 there is one: everything is dropped. */
export function canDrop(p: number): boolean {
  return p > 0 && p < 1;
}

/**
 * The plan for layers of `sizes` units (inputs, hidden layers, classes) with drop probabilities `p` of
 * the input and each hidden layer.
 * @throws RangeError where more than 20 units can be dropped.
 */
export function planOf(sizes: readonly number[], p: readonly number[]): ExactPlan {
  const units = p.reduce((sum, drop, l) => sum + (canDrop(drop) ? sizes[l] : 0), 0);
  if (units > mostUnits) {
    throw new RangeError(
      `expected at most ${mostUnits} units that can be dropped (2^${mostUnits} subnetworks), got ${units}`,
    );
  }
  const last = p.length - 1;
  const walked = canDrop(p[last]) ? Math.min(sizes[last], mostWalked) : 0;
  const outer = 2 ** (units - walked);
  return { units, walked, outer, chunks: Math.min(mostChunks, outer) };
}
