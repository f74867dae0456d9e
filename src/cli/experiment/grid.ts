import type { Experiment, VariantName } from '#lib/experiment/experiment.ts';
import { fields } from '#lib/experiment/fields.ts';
import { describeProblem } from '#lib/fields/problem.ts';
import { withField } from '#lib/experiment/with-field.ts';
import type { Axis, CellValue } from './axis.ts';
import { InputError } from './input-error.ts';

/** The swept values of one place of the grid, by the names that the link has for the fields. */
export type Cell = Readonly<Record<string, CellValue>>;

/** A unit of work: one variant of one experiment, trained from one seed. */
export interface Unit {
  /** Its place in the grid, from 0. */
  unit: number;
  cell: Cell;
  /** What all four seeds are; null where they are the experiment's own. */
  seed: number | null;
  variant: VariantName;
  experiment: Experiment;
}

const MAX_UNITS = 100_000;

/** What a grid of experiments is made of. */
export interface Grid {
  experiment: Experiment;
  /** Each sweep is the product of its axes; the cells of the grid are those of one after the other. */
  sweeps: readonly (readonly Axis[])[];
  /** Seeds 1 … n, or null: those of the experiment. */
  seeds: number | null;
}

/**
 * Every unit of a grid: of each sweep the first axis outermost, then the seeds, then the variants.
 * Throws `InputError` where a value does not go with the experiment, or two cells would be the same.
 */
export function unitsOf({ experiment, sweeps, seeds }: Grid): Unit[] {
  const each = seeds === null ? [null] : Array.from({ length: seeds }, (_, i) => i + 1);
  const size = sweeps.reduce((sum, axes) => sum + sizeOf(axes), 0) * each.length;
  if (size > MAX_UNITS) {
    throw new InputError(`Expected a grid of at most ${MAX_UNITS} trainings, got ${size} or more.`);
  }
  const cells = sweeps.flatMap((axes) => {
    refuseTwice(axes);
    refuseSeeds(axes, seeds);
    return cellsOf(axes).map((places) => ({
      cell: cellOf(axes, places),
      experiment: experimentAt(experiment, axes, places),
    }));
  });
  refuseEqual(cells);
  return cells
    .flatMap(({ cell, experiment }) =>
      each.flatMap((seed) =>
        experiment.variants.map((variant) => ({
          cell,
          seed,
          variant,
          experiment: seed === null ? experiment : withSeed(experiment, seed),
        })),
      ),
    )
    .map((one, unit) => ({ unit, ...one }));
}

/** Cells of a product. */
function sizeOf(axes: readonly Axis[]): number {
  return axes.reduce((product, { values }) => product * values.length, 1);
}

/** The experiment with one number for all four seeds. */
function withSeed(experiment: Experiment, seed: number): Experiment {
  return { ...experiment, seeds: { data: seed, weights: seed, masks: seed, order: seed } };
}

/** A cell as text, as in `p=0.5, train=100`; '' where nothing is swept. */
export function cellText(cell: Cell): string {
  return Object.entries(cell)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}

/** Which value of each axis, for every cell; the first axis changes slowest. */
function cellsOf(axes: readonly Axis[]): number[][] {
  return axes.reduce<number[][]>(
    (cells, { values }) => cells.flatMap((cell) => values.map((_, i) => [...cell, i])),
    [[]],
  );
}

function cellOf(axes: readonly Axis[], places: readonly number[]): Cell {
  return Object.fromEntries(
    axes.map(({ field, values }, a) => [field.name, values[places[a]].label]),
  );
}

/** Values are set in the order in which a link is read: hidden layers before what each of them has. */
function experimentAt(
  experiment: Experiment,
  axes: readonly Axis[],
  places: readonly number[],
): Experiment {
  const order = axes.map((axis, a) => ({ axis, place: places[a] }));
  const rank = ({ axis }: (typeof order)[number]) =>
    fields.findIndex(({ name }) => name === axis.field.name);
  return order
    .sort((a, b) => rank(a) - rank(b))
    .reduce((base, { axis: { field, values }, place }) => {
      const outcome = withField(base, field, values[place].value);
      if (outcome.ok) return outcome.state;
      const cell = cellText(cellOf(axes, places));
      throw new InputError(`--sweep, at ${cell}: ${describeProblem(outcome.problem)}`);
    }, experiment);
}

function refuseTwice(axes: readonly Axis[]): void {
  const names = axes.map(({ field }) => field.name);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice === undefined) return;
  throw new InputError(`--sweep ${twice}: expected each field once, got it again.`);
}

function refuseSeeds(axes: readonly Axis[], seeds: number | null): void {
  const swept = axes.find(({ field }) => field.group === 'seeds');
  if (seeds === null || !swept) return;
  throw new InputError(
    `--sweep ${swept.field.name}: expected no seed, since --seeds sets all four; leave out one of them.`,
  );
}

/** Two texts may stand for one value, as 0.5 and 0.5-0.5 do. */
function refuseEqual(cells: readonly { cell: Cell; experiment: Experiment }[]): void {
  const known = new Map<string, Cell>();
  for (const { cell, experiment } of cells) {
    const text = JSON.stringify(experiment);
    const first = known.get(text);
    if (first) {
      throw new InputError(
        `--sweep: expected another experiment in each cell, got the same for ${cellText(first)} and ${cellText(cell)}.`,
      );
    }
    known.set(text, cell);
  }
}
