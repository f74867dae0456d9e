import type { DataSet } from '#lib/data/dataset.ts';
import type { Experiment } from '#lib/experiment/experiment.ts';
import type { Limits } from './limits.ts';
import type { Factory } from './staff.ts';

/** What a crew gives to each of its parts. */
export interface CrewContext {
  readonly data: DataSet;
  readonly factory: Factory;
  readonly limits: Limits;
  /** Milliseconds. */
  readonly now: () => number;
  /** The experiment as it is now: changes are added while the crew trains it. */
  experiment(): Experiment;
  /** Whether nobody may train for a moment, so that a change takes effect at one step for all. */
  halted(): boolean;
}
