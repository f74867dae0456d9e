import type { ChartText } from '#lib/charts/types.ts';
import type { PreviewText } from '#lib/charts/preview/preview-text.ts';
import type { Dictionary } from '#lib/i18n/dictionary.ts';

/** The texts of a chart over training steps. */
export function stepsText(t: Dictionary, title: string, y: string, description = ''): ChartText {
  const { step, empty, cursor, reading, table, lost } = t.charts;
  return { title, description, x: step, y, empty, cursor, reading, table, lost };
}

export function previewText(t: Dictionary): PreviewText {
  const { figure, building, wrongExample, wrongKey, shown, row, label, trueLabel, input } =
    t.preview;
  return {
    title: figure,
    empty: building,
    wrong: wrongExample,
    wrongKey,
    shown,
    row,
    label,
    trueLabel,
    input,
    table: t.charts.table,
  };
}
