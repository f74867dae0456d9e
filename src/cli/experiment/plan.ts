import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BackendName, Experiment } from '#lib/experiment/experiment.ts';
import { readFileSync } from 'node:fs';
import type { CellValue } from './axis.ts';
import type { Grid } from './grid.ts';
import type { Protocol } from './protocol.ts';

/**
 * The first line of a file of records: what the records are of. Records are only added to a file with the
 * same header, so that no table mixes what was computed in two ways.
 */
export interface Header {
  format: 'dropout-lab-records';
  version: 1;
  /** Version of TensorFlow.js. */
  tfjs: string;
  backend: BackendName;
  /** Seeds 1 … n, or null: those of the experiment. */
  seeds: number | null;
  /** Every sweep is a product of fields; the grid is one after the other. */
  sweeps: { name: string; values: CellValue[] }[][];
  protocol: Protocol;
  experiment: Experiment;
}

export function headerOf(
  grid: Grid,
  { backend, protocol }: { backend: BackendName; protocol: Protocol },
): Header {
  return {
    format: 'dropout-lab-records',
    version: 1,
    tfjs: tfjsVersion(),
    backend,
    seeds: grid.seeds,
    sweeps: grid.sweeps.map((axes) =>
      axes.map(({ field, values }) => ({
        name: field.name,
        values: values.map(({ label }) => label),
      })),
    ),
    protocol,
    experiment: grid.experiment,
  };
}

/** Where records are kept unless another place is named: one file for each thing that was asked for. */
export function defaultFile(name: string, { tfjs: _, version: __, ...asked }: Header): string {
  const hash = createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 8);
  return join('experiments', `${name}-${hash}.jsonl`);
}

/** The version of TensorFlow.js that is installed. */
export function tfjsVersion(): string {
  const { resolve } = createRequire(import.meta.url);
  const text = readFileSync(resolve('@tensorflow/tfjs-core/package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
