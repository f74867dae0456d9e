import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { BackendName } from '../../lib/experiment/experiment.ts';
import { InputError } from './input-error.ts';

/** Backends that Node has. */
const backends = ['wasm', 'cpu'] as const satisfies BackendName[];
export type NodeBackend = (typeof backends)[number];

/** What the command was asked for. */
export interface Options {
  /** A file or a preset. */
  source: string;
  /** Seeds 1 … n, or null: those of the experiment. */
  seeds: number | null;
  /** null: the experiment's own, or WASM. */
  backend: NodeBackend | null;
  workers: number;
  json: boolean;
  /** As given: `path=values`. */
  sweeps: string[];
  out: string | null;
  files: string[];
  averages: boolean;
}

export const usage = `npm run experiment -- FILE.json|PRESET [options]

  --seeds N            seeds 1 to N in place of the experiment's own
  --sweep path=values  trains once for each value; repeated, for each combination
  --backend wasm|cpu   where it is computed
  --workers N          how many variants are trained at once
  --files FILE         a file of the data set, for data of kind idx (two) or csv (one)
  --no-averages        leaves out the averages over subnetworks
  --json               prints the records as JSON in place of a table
  --out FILE           where the records are kept (experiments/NAME-HASH.jsonl)

docs/experiment.md says more.`;

/** The options in the arguments of the command; null where help was asked for. Throws `InputError`. */
export function readOptions(args: readonly string[]): Options | null {
  const { values, positionals } = parsed(args);
  if (values.help) return null;
  if (positionals.length !== 1) {
    const got = positionals.length === 0 ? 'nothing' : positionals.join(' ');
    throw new InputError(`Expected one file or preset, got ${got}.\n\n${usage}`);
  }
  const backend = backends.find((known) => known === values.backend) ?? null;
  if (values.backend !== undefined && !backend) {
    throw new InputError(`--backend: expected ${backends.join(' or ')}, got "${values.backend}".`);
  }
  return {
    source: positionals[0],
    seeds: values.seeds === undefined ? null : whole('--seeds', values.seeds, 1_000),
    backend,
    workers:
      values.workers === undefined ? defaultWorkers() : whole('--workers', values.workers, 256),
    json: values.json ?? false,
    sweeps: values.sweep ?? [],
    out: values.out ?? null,
    files: values.files ?? [],
    averages: !values['no-averages'],
  };
}

/** As many workers as there are cores, up to 8. */
function defaultWorkers(): number {
  return Math.min(8, availableParallelism());
}

/** A whole number from 1 to `most`. Throws `InputError`. */
function whole(option: string, text: string, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most) {
    throw new InputError(`${option}: expected a whole number from 1 to ${most}, got "${text}".`);
  }
  return value;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        seeds: { type: 'string' },
        backend: { type: 'string' },
        workers: { type: 'string' },
        json: { type: 'boolean' },
        sweep: { type: 'string', multiple: true },
        out: { type: 'string' },
        files: { type: 'string', multiple: true },
        'no-averages': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    // Node says which option it does not know, or which lacks its value.
    throw new InputError(`${(error as Error).message}\n\n${usage}`);
  }
}
