import type { DataSpec } from '#lib/experiment/experiment.ts';
import type { DataSet, Examples } from '../dataset.ts';
import { withLabelNoise } from '../labels.ts';
import type { NamedBlob } from '../named-blob.ts';
import { failure, type DataSetOutcome } from '../problem.ts';
import { split } from '../split.ts';
import { parseNumber } from './number.ts';
import { standardise, standardScale } from './standardise.ts';
import { readTable, type Table } from './table.ts';

export type CsvSpec = Extract<DataSpec, { kind: 'csv' }>;

/**
 * A CSV file as a data set: rows `[count, columns − 1]`, each column at mean 0 and variance 1 over the
 * training part. Classes are the labels that occur anywhere in the file: in rising order where all are
 * numbers, else in the order of their characters' codes, which is the same in every language.
 */
export async function buildCsv(
  spec: CsvSpec,
  seed: number,
  file: NamedBlob,
): Promise<DataSetOutcome> {
  const read = await readTable(file, spec.labelColumn);
  if (!read.ok) return read;
  const table = read.value;
  const classes = orderClasses([...new Set(table.labels)]);
  if (classes.length < 2) {
    return failure({
      kind: 'single-class',
      file: file.name,
      at: null,
      expected: '≥ 2',
      got: `1 (${classes[0]})`,
    });
  }
  const parts = split(table.rows.length, spec, seed, file.name);
  if (!parts.ok) return parts;

  const scale = standardScale(table.rows, parts.value.train);
  const pick = (order: Uint32Array): Examples => ({
    rows: standardise(table.rows, order, scale),
    labels: pickLabels(table, order, classes),
  });
  const train = pick(parts.value.train);
  const data: DataSet = {
    name: file.name,
    inputs: table.rows[0].length,
    classes,
    shape: null,
    scaling: 'standard',
    labelColumn: table.labelColumn,
    train: withLabelNoise(train.rows, train.labels, classes.length, spec.labelNoise, seed),
    test: pick(parts.value.test),
  };
  return { ok: true, data };
}

function orderClasses(classes: string[]): string[] {
  const numbers = classes.every((name) => !Number.isNaN(parseNumber(name)));
  return numbers ? classes.sort((a, b) => Number(a) - Number(b)) : classes.sort();
}

function pickLabels({ labels }: Table, order: Uint32Array, classes: string[]) {
  const indexOf = new Map(classes.map((name, index) => [name, index]));
  return Int32Array.from(order, (row) => indexOf.get(labels[row])!);
}
