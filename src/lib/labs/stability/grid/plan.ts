import { dequal } from 'dequal/lite';
import {
  stackActivations,
  stackInitialisations,
  type StackSpec,
} from '#lib/experiment/stability/stack.ts';
import { gridRates, type StabilityState } from '#lib/experiment/stability/state.ts';
import { trainableStack, type TrainingSpec } from '#lib/experiment/stability/training.ts';

/** The part of the page's state that a grid is made from. */
export type GridState = Pick<StabilityState, 'stack' | 'training' | 'grid'>;

/** The property of the stack that a row sets: its initialisation, depth or activation. */
export type GridRow = Partial<Pick<StackSpec, StabilityState['grid']['rows']>>;

const depths = [1, 2, 5, 10, 20, 30, 40, 50];

const rowsOf: Record<StabilityState['grid']['rows'], readonly GridRow[]> = {
  initialisation: stackInitialisations.map((initialisation) => ({ initialisation })),
  depth: depths.map((depth) => ({ depth })),
  activation: stackActivations.map((activation) => ({ activation })),
};

/** One row for each initialisation, depth or activation, and one column for each learning rate. */
export interface GridPlan {
  rows: readonly GridRow[];
  columns: readonly number[];
  state: GridState;
}

export function gridPlan({ stack, training, grid }: GridState): GridPlan {
  return {
    rows: rowsOf[grid.rows],
    columns: gridRates(grid),
    state: { stack, training, grid },
  };
}

/**
 * The settings that train a cell, cells counted row by row. A cure must not replace the property in
 * which the rows differ.
 */
export function cellSettings(
  { rows, columns, state }: GridPlan,
  cell: number,
): { stack: StackSpec; training: TrainingSpec } {
  const { stack, training, grid } = state;
  const asSet = grid.rows === 'depth' ? {} : { [grid.rows]: 'as-set' };
  return {
    stack: { ...stack, ...rows[Math.floor(cell / columns.length)] },
    training: {
      ...training,
      learningRate: columns[cell % columns.length],
      changes: [],
      cure: { ...training.cure, ...asSet },
    },
  };
}

/** Whether two states give the same grid. Settings that its rows and columns replace may differ. */
export function sameGrid(a: GridState, b: GridState): boolean {
  return dequal(essence(a), essence(b));
}

/**
 * Everything that a grid depends on. Settings that its rows and columns replace, or that no
 * training reads, are undefined.
 */
function essence({ stack, training, grid }: GridState): unknown {
  const said = { [grid.rows]: undefined };
  const trained = { ...trainableStack(stack), inputs: undefined, networks: undefined, ...said };
  const cure = { ...training.cure, ...(grid.rows === 'depth' ? {} : said) };
  const steady = { ...training, learningRate: undefined, changes: undefined, cure };
  return [trained, steady, grid];
}

/** The cell that a key leads to in a table of `rows` by `columns`; null for other keys. */
export function moved(
  key: string,
  [row, column]: readonly [number, number],
  rows: number,
  columns: number,
): [number, number] | null {
  const within = (at: number, count: number) => Math.max(0, Math.min(count - 1, at));
  switch (key) {
    case 'ArrowRight':
      return [row, within(column + 1, columns)];
    case 'ArrowLeft':
      return [row, within(column - 1, columns)];
    case 'ArrowDown':
      return [within(row + 1, rows), column];
    case 'ArrowUp':
      return [within(row - 1, rows), column];
    case 'Home':
      return [row, 0];
    case 'End':
      return [row, columns - 1];
    default:
      return null;
  }
}
