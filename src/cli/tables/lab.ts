import type { Experiment } from '#lib/experiment/experiment.ts';
import type { NamedBlob } from '#lib/data/named-blob.ts';
import { parseAxis } from '../experiment/axis.ts';
import { withFiles } from '../experiment/data-files.ts';
import { DataSets } from '../experiment/data-sets.ts';
import { unitsOf, type Unit } from '../experiment/grid.ts';
import { defaultFile, headerOf } from '../experiment/plan.ts';
import { plain, type Protocol } from '../experiment/protocol.ts';
import type { UnitRecord } from '../experiment/record.ts';
import { trainGrid } from '../experiment/train-grid.ts';
import { reduced } from './reduced.ts';

/** What a table asks to be trained. */
export interface TableGrid {
  experiment: Experiment;
  /** Each text as after `--sweep`. An inner list stands for the product of its axes; the lists follow one another. */
  sweeps?: string[][];
  protocol?: Partial<Protocol>;
}

/** One unit of a grid, and the record of its training. */
export interface TrainedUnit {
  unit: Unit;
  record: UnitRecord;
}

/** Trains what tables ask for. Two tables that ask for the same get the same records, trained once. */
export interface Lab {
  seeds: number[];
  runs(grid: TableGrid): Promise<TrainedUnit[]>;
}

export interface LabOptions {
  seeds: number;
  workers: number;
  /** Images and labels of MNIST. */
  files: readonly NamedBlob[];
  /** Everything as small as can be, to see that it works. */
  quick: boolean;
  signal: AbortSignal;
}

export function labOf({ seeds, workers, files, quick, signal }: LabOptions): Lab {
  const dataSets = new DataSets(files);
  const backend = 'wasm';

  async function runs({
    experiment: given,
    sweeps = [[]],
    protocol,
  }: TableGrid): Promise<TrainedUnit[]> {
    const experiment = 'files' in given.data ? await withFiles(given, files) : given;
    const layers = experiment.network.hidden.length;
    const grid = {
      experiment,
      sweeps: sweeps.map((texts) => texts.map((text) => parseAxis(text, layers))),
      seeds,
    };
    const header = {
      ...headerOf(grid, { backend, protocol: { ...plain, ...protocol } }),
      ...(quick ? { quick } : {}),
    };
    const units = unitsOf(grid).map((unit) =>
      quick ? { ...unit, experiment: reduced(unit.experiment) } : unit,
    );
    const file = defaultFile(experiment.preset, header);
    const records = await trainGrid(units, { header, file, dataSets, workers, signal });
    return records.map((record, i) => ({ unit: units[i], record }));
  }

  return { seeds: Array.from({ length: seeds }, (_, i) => i + 1), runs };
}
