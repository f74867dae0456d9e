import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BackendName, Experiment } from '../../lib/experiment/experiment.ts';
import { readFileSync } from 'node:fs';
import type { Axis, CellValue } from './axis.ts';

/**
 * What a file of records is of: its first line. Records are only ever added to a file whose header is
 * the same, so that no table mixes what was computed in two ways.
 */
export interface Header {
  format: 'dropout-lab-records';
  version: 1;
  /** Version of TensorFlow.js. */
  tfjs: string;
  backend: BackendName;
  /** Whether subnetworks were averaged. */
  averages: boolean;
  /** Seeds 1 … n, or null: those of the experiment. */
  seeds: number | null;
  sweep: { name: string; values: CellValue[] }[];
  experiment: Experiment;
}

export function headerOf(
  experiment: Experiment,
  axes: readonly Axis[],
  { seeds, backend, averages }: { seeds: number | null; backend: BackendName; averages: boolean },
): Header {
  return {
    format: 'dropout-lab-records',
    version: 1,
    tfjs: tfjsVersion(),
    backend,
    averages,
    seeds,
    sweep: axes.map(({ field, values }) => ({
      name: field.name,
      values: values.map(({ label }) => label),
    })),
    experiment,
  };
}

/** Where records are kept unless another place is named: one file for each thing that was asked for. */
export function defaultFile(name: string, { tfjs: _, version: __, ...asked }: Header): string {
  const hash = createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 8);
  return join('experiments', `${name}-${hash}.jsonl`);
}

/** The version of TensorFlow.js that is installed. */
function tfjsVersion(): string {
  const { resolve } = createRequire(import.meta.url);
  const text = readFileSync(resolve('@tensorflow/tfjs-core/package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
