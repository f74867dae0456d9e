import type { DataSet } from '#lib/data/dataset.ts';
import type { DataSpec, Experiment } from '#lib/experiment/experiment.ts';
import type { FileReference } from '#lib/fields/file-text.ts';
import { preset } from '#lib/experiment/presets.ts';
import type { DataProblem } from '#lib/protocol/protocol.ts';
import { reasonOf, type Reason } from '#lib/crew/hire/reason.ts';
import { kindOfFiles, namedFiles, sameData, sameFiles } from './editing.ts';
import type { Staff } from './staff.ts';

/** A data set and what it was made from. */
export interface DataInUse {
  data: DataSet;
  spec: DataSpec;
  seed: number;
}

/**
 * Milliseconds to wait for further edits: a slider changes a field in many steps, and only the last
 * one is worth a data set.
 */
const SETTLE = 250;

/**
 * Keeps the data set in step with the experiment that is edited. A data set that cannot be made leaves
 * the one in use where it is, with the reason beside it.
 */
export class DataRoom {
  readonly #staff: Staff;
  /** The data set in use; null only until the first one is there. */
  inUse = $state.raw<DataInUse | null>(null);
  building = $state(false);
  problem = $state.raw<DataProblem | null>(null);
  /** Why no data set came at all: a worker that could not be opened. Data in use stay in use. */
  failure = $state.raw<Reason | null>(null);
  /** Files that could not be read because of that `failure`, to be tried again. */
  #untried: File[] | null = null;
  /** The visitor's own files, and how a link names them. */
  files = $state.raw<readonly File[]>([]);
  found = $state.raw<readonly FileReference[]>([]);
  /** Names of the files that a link asked for, where others were chosen. */
  instead = $state.raw<readonly string[]>([]);
  /** The experiment whose data are in use or on their way. */
  #wanted: Experiment | null = null;
  #turn = 0;
  #abort = new AbortController();

  constructor(staff: Staff) {
    this.#staff = staff;
  }

  /** The files that the experiment names, unless the visitor's files are exactly these. */
  missing(experiment: Experiment): readonly FileReference[] {
    const named = namedFiles(experiment);
    return sameFiles(named, this.found) ? [] : named;
  }

  /**
   * Makes the data set of `experiment`, unless it is in use or on its way. Resolves to null if the
   * experiment stands as it is; if its data could not be made, to the experiment with the data in
   * use.
   */
  async follow(experiment: Experiment, settle = SETTLE): Promise<Experiment | null> {
    const source = this.#source(experiment);
    if (this.#wanted && sameData(source, this.#wanted)) return null;
    this.#wanted = source;
    const turn = this.#next();
    if (this.inUse && sameData(source, withData(source, this.inUse))) {
      this.building = false;
      return null;
    }
    this.building = true;
    if (settle > 0) await new Promise((done) => setTimeout(done, settle));
    if (turn !== this.#turn) return null;
    const outcome = await this.#build(source, [...this.files], turn);
    if (outcome === null || outcome.ok) return null;
    this.problem = outcome.problem;
    if (!this.inUse) return null;
    this.#wanted = withData(experiment, this.inUse);
    return this.#wanted;
  }

  /**
   * Reads the visitor's files. Resolves to the experiment that uses them, or to null if they are
   * refused, cannot be read, or another request came in between.
   */
  async open(files: File[], experiment: Experiment): Promise<Experiment | null> {
    const turn = this.#next();
    this.building = true;
    try {
      const identified = await this.#staff.identify(files);
      if (turn !== this.#turn) return null;
      if (!identified.ok) {
        this.building = false;
        this.problem = identified.problem;
        await this.#goOn(experiment);
        return null;
      }
      const found = identified.value;
      const candidate = withFiles(experiment, found);
      const outcome = await this.#build(candidate, files, turn);
      if (outcome === null) return null;
      if (!outcome.ok) {
        this.problem = outcome.problem;
        await this.#goOn(experiment);
        return null;
      }
      const named = this.missing(experiment);
      this.files = files;
      this.found = found;
      this.instead = sameFiles(named, found) ? [] : named.map(({ name }) => name);
      this.#wanted = candidate;
      return candidate;
    } catch (error) {
      if (turn === this.#turn) {
        this.#fail(error);
        this.#untried = files;
      }
      return null;
    }
  }

  /** Tries again what failed. Resolves as `open` and `follow` do. */
  again(experiment: Experiment): Promise<Experiment | null> {
    return this.#untried ? this.open(this.#untried, experiment) : this.follow(experiment, 0);
  }

  /** Whether the data in use are those of the experiment. */
  serves(experiment: Experiment): boolean {
    const source = this.#source(experiment);
    return this.inUse !== null && sameData(source, withData(source, this.inUse));
  }

  /**
   * Makes the data set of `experiment` after files were refused, since reading them may have
   * stopped the making of it.
   */
  async #goOn(experiment: Experiment): Promise<void> {
    if (!this.inUse || this.serves(experiment)) return;
    this.building = true;
    await this.#build(this.#source(experiment), [...this.files], ++this.#turn);
  }

  /** Begins another attempt: problems of the one before no longer apply. */
  #next(): number {
    this.problem = null;
    this.failure = null;
    this.#untried = null;
    return ++this.#turn;
  }

  async #build(experiment: Experiment, files: File[], turn: number) {
    this.#abort.abort();
    this.#abort = new AbortController();
    try {
      const outcome = await this.#staff.build(experiment, files, this.#abort.signal);
      if (turn !== this.#turn) return null;
      if (outcome.ok) {
        this.inUse = { data: outcome.data, spec: experiment.data, seed: experiment.seeds.data };
      }
      this.building = false;
      return outcome;
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
      return null;
    }
  }

  #fail(error: unknown) {
    this.#wanted = null;
    this.failure = reasonOf(error);
    this.building = false;
  }

  /**
   * The experiment with data that can be made: where its files are missing, with the data in use,
   * or with the drawn digits if there are none.
   */
  #source(experiment: Experiment): Experiment {
    const own = experiment.data.kind === 'idx' || experiment.data.kind === 'csv';
    const named = namedFiles(experiment);
    if (!own || (named.length > 0 && sameFiles(named, this.found))) return experiment;
    if (this.inUse) return withData(experiment, this.inUse);
    return { ...experiment, data: preset('noisy-digits').data };
  }
}

/** The experiment with the data that are in use. */
export function withData(experiment: Experiment, { spec, seed }: DataInUse): Experiment {
  return { ...experiment, data: spec, seeds: { ...experiment.seeds, data: seed } };
}

/** The experiment with these files as its data; their names decide the kind. */
function withFiles(experiment: Experiment, files: FileReference[]): Experiment {
  const kind = kindOfFiles(files.map(({ name }) => name));
  const { train, test, labelNoise } = experiment.data;
  const rows = { train, test, labelNoise };
  const labelColumn = experiment.data.kind === 'csv' ? experiment.data.labelColumn : '';
  const data: DataSpec =
    kind === 'idx' ? { kind, files, ...rows } : { kind, files, labelColumn, ...rows };
  return { ...experiment, data };
}
