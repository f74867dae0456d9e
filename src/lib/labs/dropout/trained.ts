import type { Curves } from '#lib/crew/run/types.ts';
import type { PointColumn } from '#lib/protocol/protocol.ts';

/** Once the share `UNTIL` of the steps is trained, points before the share `FIRST` are left out. */
const [FIRST, UNTIL] = [0.05, 0.2];

/**
 * A curve without its first points, once there are enough others: the early fall from the error of
 * guessing would fill the chart and hide the differences between the variants.
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
