import { parsed, whole, workersIn } from '../experiment/arguments.ts';
import { InputError } from '../experiment/input-error.ts';
import { tables } from './computed/index.ts';
import type { Table } from './table.ts';

export interface ResultsOptions {
  tables: Table[];
  seeds: number;
  workers: number;
  files: string[];
  quick: boolean;
  /** Whether nothing is trained, and only the words about the stored figures are written again. */
  words: boolean;
}

const ids = tables.map(({ id }) => id);

const known = {
  seeds: { type: 'string' },
  workers: { type: 'string' },
  files: { type: 'string', multiple: true },
  quick: { type: 'boolean' },
  words: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const usage = `npm run results -- TABLE…|all [options]

  --seeds N      seeds 1 to N (5)
  --workers N    how many variants are trained at once
  --files FILE   images and labels of MNIST as IDX files, for table mnist; twice
  --words        trains nothing: writes docs/results.md anew from the stored figures
  --quick        everything as small as can be, printed and not stored: to see that it works

Tables: ${ids.join(', ')}`;

/** The options in the arguments of the command; null where help was asked for. Throws `InputError`. */
export function readOptions(args: readonly string[]): ResultsOptions | null {
  const { values, positionals } = parsed(args, known, usage);
  if (values.help) return null;
  const files = values.files ?? [];
  return {
    tables: tablesOf(positionals, files.length > 0 || values.words === true),
    seeds: values.seeds === undefined ? 5 : whole('--seeds', values.seeds, 100),
    workers: workersIn(values),
    files,
    quick: values.quick ?? false,
    words: values.words ?? false,
  };
}

/** The tables named. `all` leaves out a table whose files are not given, and says so. */
function tablesOf(names: readonly string[], withFiles: boolean): Table[] {
  if (names.length === 0) throw new InputError(`Expected a table, got nothing.\n\n${usage}`);
  const unknown = names.find((name) => name !== 'all' && !ids.some((id) => id === name));
  if (unknown !== undefined) {
    throw new InputError(`Expected all or tables out of ${ids.join(', ')}; got "${unknown}".`);
  }
  const all = names.includes('all');
  const chosen = tables.filter(({ id }) => all || names.includes(id));
  if (withFiles || !chosen.some(({ id }) => id === 'mnist')) return chosen;
  const sentence = 'mnist: expected its images and labels after --files, got none';
  if (!all) throw new InputError(`${sentence}.`);
  console.error(`${sentence}; it is left out.`);
  return chosen.filter(({ id }) => id !== 'mnist');
}
