import type { DataLike } from './run-like.ts';

/** Training rows whose label is not the true one, among the first `rows`. */
export function wrongLabels(
  { train: { labels, trueLabels } }: Pick<DataLike, 'train'>,
  rows = labels.length,
): number {
  let wrong = 0;
  for (let i = 0; i < Math.min(rows, labels.length); i++) if (labels[i] !== trueLabels[i]) wrong++;
  return wrong;
}
