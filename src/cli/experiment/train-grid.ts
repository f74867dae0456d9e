import { nodeFactory } from '#lib/crew/hire/node-factory.ts';
import type { DataSets } from './data-sets.ts';
import type { Unit } from './grid.ts';
import { Journal } from './journal.ts';
import { measure } from './measure.ts';
import type { Header } from './plan.ts';
import { progressLine } from './progress.ts';
import type { UnitRecord } from './record.ts';
import { work } from './work.ts';

/** Where and how a grid is trained. */
export interface GridOptions {
  header: Header;
  /** Where the records are kept. */
  file: string;
  dataSets: DataSets;
  /** Units trained at once. */
  workers: number;
  signal: AbortSignal;
}

/**
 * The records of the units of a grid, in its order: those that its file holds, and the others trained.
 * Progress goes to stderr. Rejects with `InputError` where file or data cannot be as asked, and with what
 * failed otherwise; what was finished is kept either way.
 */
export async function trainGrid(
  units: readonly Unit[],
  { header, file, dataSets, workers, signal }: GridOptions,
): Promise<UnitRecord[]> {
  // Files that are no data set are found out before anything is written.
  await dataSets.of(units[0].experiment);
  const journal = new Journal<UnitRecord>(file, header, units.length);
  const close = () => journal.close();
  process.once('exit', close);
  try {
    const kept = journal.records.size;
    if (kept > 0) console.error(`${kept} of ${units.length} are done already: ${file}`);
    const { backend, protocol } = header;
    const bench = { factory: nodeFactory(), dataSets, backend, protocol };
    await work(journal, units, {
      workers,
      signal,
      measure: (unit, ended) => measure(bench, unit, ended),
      finished: (record) =>
        console.error(progressLine(record, units, [...journal.records.values()], workers)),
    });
    journal.finish();
    if (kept < units.length) console.error(`All ${units.length} are in ${file}`);
    return journal.inOrder;
  } catch (error) {
    console.error(
      `${journal.records.size} of ${units.length} are kept in ${journal.partFile}; the same command goes on from there.`,
    );
    throw error;
  } finally {
    close();
    process.off('exit', close);
  }
}
