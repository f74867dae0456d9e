import type { DataSet } from '#lib/data/dataset.ts';
import { formatValue } from '../format.ts';
import { isWrong } from './preview.ts';
import type { PreviewText } from './preview-text.ts';
import type { TableContent } from '../table.ts';

/** Training rows as a table: number from 1, inputs, label, true label (where it is another). */
export function rowTable(
  data: DataSet,
  text: PreviewText,
  rows: readonly number[],
  inputs = data.inputs,
): TableContent {
  const { train, classes } = data;
  return {
    head: [
      text.row,
      ...Array.from({ length: inputs }, (_, i) => text.input(i + 1)),
      text.label,
      text.trueLabel,
    ],
    rows: rows.map((row) => [
      formatValue(row + 1, 'integer'),
      ...Array.from({ length: inputs }, (_, i) =>
        formatValue(train.rows[row * data.inputs + i], 'number'),
      ),
      classes[train.labels[row]],
      isWrong(data, row) ? classes[train.trueLabels[row]] : '',
    ]),
    total: train.labels.length,
  };
}
