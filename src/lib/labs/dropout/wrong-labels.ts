import type { DataSet } from '#lib/data/dataset.ts';

/** Training rows whose label is not the true one, among the first `rows`. */
export function wrongLabels({ train }: DataSet, rows = train.labels.length): number {
  let wrong = 0;
  for (let i = 0; i < Math.min(rows, train.labels.length); i++)
    if (train.labels[i] !== train.trueLabels[i]) wrong++;
  return wrong;
}
