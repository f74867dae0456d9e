import type { Experiment, VariantName } from '#lib/experiment/experiment.ts';
import { toLink } from '#lib/experiment/link.ts';
import type { NameKey, Settings, StoredRow, StoredTable, TableId } from '#lib/tables/table.ts';
import type { Lab, TrainedUnit } from './lab.ts';

/** The figures of a table, without how they were computed. */
export type TableBody = Pick<StoredTable, 'axis' | 'rows' | 'series' | 'choices' | 'link'>;

/** One table: what is trained for it, and what is read off. Each is a file of `computed/`. */
export interface Table {
  id: TableId;
  build(lab: Lab): Promise<TableBody>;
}

/** The query that runs an experiment with these variants here. */
export function linkOf(experiment: Experiment, variants: readonly VariantName[]): string {
  return toLink({ ...experiment, variants: [...variants] });
}

/** A row of a curve: the runs at one place of the axis. */
export function point(
  value: number,
  runs: readonly TrainedUnit[],
  variants: VariantName[],
): StoredRow {
  const [{ unit }] = runs;
  return { name: null, value, settings: unit.cell, link: linkOf(unit.experiment, variants) };
}

/** A row with a name. `link` null: no link says how it was trained or predicts. */
export function named(
  name: NameKey,
  runs: readonly TrainedUnit[],
  { value = null, link }: { value?: number | null; link?: null } = {},
): StoredRow {
  const [{ unit }] = runs;
  const settings: Settings = unit.cell;
  return {
    name,
    value,
    settings,
    link: link === null ? null : linkOf(unit.experiment, [unit.variant]),
  };
}
