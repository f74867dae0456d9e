import { createHash } from 'node:crypto';
import type { DataSet } from '#lib/data/dataset.ts';
import { fromLink } from '#lib/experiment/link.ts';
import { fromStabilityLink } from '#lib/experiment/stability/link.ts';

/** The labs that have a link of their own. */
export type Lab = 'dropout' | 'subnetworks' | 'stability';

/** What a lab reads in a link, as plain data. */
export function meaningOf(lab: Lab, link: string): unknown {
  const read =
    lab === 'stability'
      ? fromStabilityLink(link)
      : fromLink(link, lab === 'subnetworks' ? 'tiny-moons' : undefined);
  return JSON.parse(JSON.stringify(read));
}

/** SHA-256 of all numbers of a data set: rows, labels, true labels, and how they were split. */
export function digestOf({ train, test, classes }: DataSet): string {
  const hash = createHash('sha256').update(JSON.stringify(classes));
  for (const array of [train.rows, train.labels, train.trueLabels, test.rows, test.labels])
    hash.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  return hash.digest('hex');
}

/** The first rows to five decimals: the last bits of drawn data may change once, with another sine. */
export function firstRows({ train, inputs }: DataSet, count = 20): string[] {
  return Array.from({ length: count }, (_, row) => {
    const numbers = [...train.rows.subarray(row * inputs, (row + 1) * inputs)];
    const shown =
      inputs > 8 ? [numbers.reduce((sum, x) => sum + x, 0), ...numbers.slice(60, 64)] : numbers;
    return [...shown.map((x) => x.toFixed(5).replace(/^-(0\.0+)$/, '$1')), train.labels[row]].join(
      ' ',
    );
  });
}
