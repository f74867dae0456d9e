import { lineStyles, type LineStyle } from '#lib/charts/styles.ts';
import type { MarkName } from './figures.ts';

/** How a mark looks: what has a look elsewhere keeps it. */
export const markStyles: Record<MarkName, LineStyle> = {
  best: { token: '--good', dash: [1, 3], marker: 'diamond' },
  mean: lineStyles['one-subnetwork'],
  average: lineStyles['arithmetic-mean'],
  off: lineStyles.off,
  single: lineStyles.single,
};
