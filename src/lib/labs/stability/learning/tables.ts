import { thin } from '#lib/charts/lookup.ts';
import type { TableContent } from '#lib/charts/table.ts';
import type { LearningTexts } from '#lib/i18n/en/stability/learning.ts';
import { written } from '../signals/chart/written.ts';
import type { StepLine } from './lines.ts';
import type { Track } from './track.ts';

/** Rows and columns that a table has at most. */
const ROWS = 60;
const COLUMNS = 13;

/** A column for each line, a row for each step. */
export function linesTable(lines: readonly StepLine[], text: LearningTexts): TableContent {
  const total = Math.max(0, ...lines.map(({ first, y }) => first + y.length));
  return {
    head: [text.x, ...lines.map(({ name }) => name)],
    rows: thin(total, ROWS).map((step) => [
      String(step),
      ...lines.map(({ first, y }) =>
        step >= first && step - first < y.length ? written(y[step - first]) : '–',
      ),
    ]),
    total,
  };
}

/**
 * A column for each layer and a row for each step. Deep stacks show some layers only, always with
 * the first and the last.
 */
export function gradientTable(track: Track, text: LearningTexts): TableContent {
  const layers = thin(track.layers, COLUMNS);
  return {
    head: [
      text.x,
      ...layers.map((layer) =>
        layer === track.layers - 1 ? text.map.outputLayer : text.map.layer(layer + 1),
      ),
    ],
    rows: thin(track.length, ROWS).map((step) => [
      String(step),
      ...layers.map((layer) => written(track.norm(step, layer))),
    ]),
    total: track.length,
  };
}
