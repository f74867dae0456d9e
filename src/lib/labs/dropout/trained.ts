import type { Curves } from '#lib/crew/run/types.ts';
import type { PointColumn } from '#lib/protocol/protocol.ts';

/** The share of a run whose points are left out, and the share after which they are. */
const [FIRST, UNTIL] = [0.05, 0.2];

/**
 * A curve without its first points, once there are enough others: the fall from guessing among ten
 * classes would fill the chart and leave no room for what the variants differ in.
 */
export function trained(
  curves: Curves,
  column: PointColumn,
  steps: number,
): { x: Float64Array; y: Float64Array } {
  const { step } = curves;
  const enough = curves.length > 0 && step[curves.length - 1] >= UNTIL * steps;
  const first = enough ? step.findIndex((at) => at >= FIRST * steps) : 0;
  return { x: step.subarray(first), y: curves[column].subarray(first) };
}
