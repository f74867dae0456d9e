import { buildDataSet } from '#lib/data/build.ts';
import type { DataSet } from '#lib/data/dataset.ts';
import type { NamedBlob } from '#lib/data/named-blob.ts';
import type { Experiment } from '#lib/experiment/experiment.ts';
import { files } from '#lib/i18n/en/problems.ts';
import { InputError } from './input-error.ts';

/** Data sets that are kept: neighbours in a grid mostly share one. */
const KEPT = 4;

/** Draws or reads data sets, each once as long as it is one of the last few that were asked for. */
export class DataSets {
  readonly #files: readonly NamedBlob[];
  readonly #known = new Map<string, Promise<DataSet>>();

  constructor(files: readonly NamedBlob[]) {
    this.#files = files;
  }

  /** The data set of an experiment. Rejects with `InputError` where the files are no such data set. */
  of({ data, seeds }: Experiment): Promise<DataSet> {
    const key = JSON.stringify([data, seeds.data]);
    const known = this.#known.get(key) ?? this.#build(data, seeds.data);
    this.#known.delete(key);
    this.#known.set(key, known);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size > KEPT) this.#known.delete(oldest);
    }
    return known;
  }

  async #build(data: Experiment['data'], seed: number): Promise<DataSet> {
    const outcome = await buildDataSet(data, seed, this.#files);
    if (!outcome.ok) throw new InputError(files.problem(outcome.problem));
    return outcome.data;
  }
}
