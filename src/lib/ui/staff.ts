import type { RunControls, RunView } from '../crew/types.ts';
import type { DataSet } from '../data/dataset.ts';
import type { Experiment, FileReference } from '../experiment/experiment.ts';
import type { Checkpoint, DataSetOutcome } from '#workers/protocol.ts';

export interface AnyRun extends RunView, RunControls {
  /** The weights of every variant, as they are now or as they were last kept. */
  checkpoints(): Promise<Checkpoint[]>;
}

/** What the lab asks of the crew. Given from outside, so that the lab can be tested without workers. */
export interface Staff {
  run(experiment: Experiment, data: DataSet): AnyRun;
  build(experiment: Experiment, files: File[]): Promise<DataSetOutcome>;
  identify(files: File[]): Promise<FileReference[]>;
}
