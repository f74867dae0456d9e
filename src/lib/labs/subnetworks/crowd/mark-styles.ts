import { lineStyles, type LineStyle } from '#lib/charts/styles.ts';
import type { MarkName } from './figures.ts';

/** The style of each mark: the one that it has in other charts, if it appears there. */
export const markStyles: Record<MarkName, LineStyle> = {
  best: { token: '--good', dash: [1, 3], marker: 'diamond' },
  mean: lineStyles['one-subnetwork'],
  average: lineStyles['arithmetic-mean'],
  off: lineStyles.off,
  single: lineStyles.single,
};
