import type { DataSet } from '../data/dataset.ts';

/** Training rows whose label is not the true one. */
export function wrongLabels({ train }: DataSet): number {
  let wrong = 0;
  for (let i = 0; i < train.labels.length; i++)
    if (train.labels[i] !== train.trueLabels[i]) wrong++;
  return wrong;
}
