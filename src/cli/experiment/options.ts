import { ranges, type BackendName } from '#lib/experiment/experiment.ts';
import { between, parsed, whole, workersIn } from './arguments.ts';
import { InputError } from './input-error.ts';
import type { Protocol } from './protocol.ts';

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
  protocol: Protocol;
}

const known = {
  seeds: { type: 'string' },
  backend: { type: 'string' },
  workers: { type: 'string' },
  json: { type: 'boolean' },
  sweep: { type: 'string', multiple: true },
  out: { type: 'string' },
  files: { type: 'string', multiple: true },
  'no-averages': { type: 'boolean' },
  holdout: { type: 'string' },
  'early-stopping': { type: 'boolean' },
  'test-noise': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const usage = `npm run experiment -- FILE.json|PRESET [options]

  --seeds N            seeds 1 to N in place of the experiment's own
  --sweep path=values  trains once for each value; repeated, for each combination
  --backend wasm|cpu   where it is computed
  --workers N          how many variants are trained at once
  --files FILE         a file of the data set, for data of kind idx (two) or csv (one)
  --no-averages        leaves out the averages over subnetworks
  --holdout SHARE      holds a share of the training rows out for validation
  --early-stopping     keeps the epoch with the least validation NLL; needs --holdout
  --test-noise SDS     tests with Gaussian noise on the inputs as well, as in 0.1,0.2
  --json               prints the records as JSON in place of a table
  --out FILE           where the records are kept (experiments/NAME-HASH.jsonl)

docs/experiment.md says more.`;

/** The options in the arguments of the command; null where help was asked for. Throws `InputError`. */
export function readOptions(args: readonly string[]): Options | null {
  const { values, positionals } = parsed(args, known, usage);
  if (values.help) return null;
  if (positionals.length !== 1) {
    const got = positionals.length === 0 ? 'nothing' : positionals.join(' ');
    throw new InputError(`Expected one file or preset, got ${got}.\n\n${usage}`);
  }
  const backend = backends.find((name) => name === values.backend) ?? null;
  if (values.backend !== undefined && !backend) {
    throw new InputError(`--backend: expected ${backends.join(' or ')}, got "${values.backend}".`);
  }
  return {
    source: positionals[0],
    seeds: values.seeds === undefined ? null : whole('--seeds', values.seeds, 1_000),
    backend,
    workers: workersIn(values),
    json: values.json ?? false,
    sweeps: values.sweep ?? [],
    out: values.out ?? null,
    files: values.files ?? [],
    protocol: protocolIn(values),
  };
}

/** What the options say of training and testing. Throws `InputError`. */
function protocolIn(values: ReturnType<typeof parsed<typeof known>>['values']): Protocol {
  const holdout =
    values.holdout === undefined ? 0 : between('--holdout', values.holdout, { above: 0, below: 1 });
  const earlyStopping = values['early-stopping'] ?? false;
  if (earlyStopping && holdout === 0) {
    throw new InputError('--early-stopping: expected --holdout as well, got no validation rows.');
  }
  const { max } = ranges.inputNoise;
  const testNoise = (values['test-noise']?.split(',') ?? []).map((text) =>
    between('--test-noise', text, { above: 0, below: max }),
  );
  return { holdout, earlyStopping, testNoise, averages: !values['no-averages'] };
}
