import { droppableUnits, canDrop, mostDroppable } from '#lib/experiment/exact-sums.ts';

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

const mostWalked = 10;
const mostChunks = 64;

/**
 * The plan for layers of `sizes` units (inputs, hidden layers, classes) with drop probabilities `p` of
 * the input and each hidden layer.
 * @throws RangeError where more than 20 units can be dropped.
 */
export function planOf(sizes: readonly number[], p: readonly number[]): ExactPlan {
  const units = droppableUnits(sizes, p);
  if (units > mostDroppable) {
    throw new RangeError(
      `expected at most ${mostDroppable} units that can be dropped (2^${mostDroppable} subnetworks), got ${units}`,
    );
  }
  const last = p.length - 1;
  const walked = canDrop(p[last]) ? Math.min(sizes[last], mostWalked) : 0;
  const outer = 2 ** (units - walked);
  return { units, walked, outer, chunks: Math.min(mostChunks, outer) };
}
