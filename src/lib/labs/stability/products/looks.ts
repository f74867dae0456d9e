import { lineStyles, type LineStyle } from '#lib/charts/styles.ts';
import type { PrecisionName } from '#lib/experiment/stability/stack.ts';

/** How each precision looks: colour, dash and marker, any one of which is enough to tell it. */
export const precisionLooks: Record<PrecisionName, LineStyle> = {
  float64: { ...lineStyles.single, dash: [] },
  float32: { ...lineStyles.dropout, dash: [9, 4] },
  float16: { ...lineStyles.subnetworks, dash: [3, 3] },
};
