import type { RunControls, RunView } from '#lib/crew/run/types.ts';
import type { DataSet } from '#lib/data/dataset.ts';
import type { Experiment, VariantName } from '#lib/experiment/experiment.ts';
import type { FileReference } from '#lib/fields/file-text.ts';
import type { Checkpoint, DataSetOutcome, Outcome } from '#lib/protocol/protocol.ts';

export interface AnyRun extends RunView, RunControls {
  /** Weights of a variant as they are now, or were last; null where it has not started. */
  checkpoint(variant: VariantName): Promise<Checkpoint | null>;
  slowed(): void;
}

/** What the lab asks of the crew. Given from outside, so that the lab can be tested without workers. */
export interface Staff {
  run(experiment: Experiment, data: DataSet): Promise<AnyRun>;
  build(experiment: Experiment, files: File[], signal: AbortSignal): Promise<DataSetOutcome>;
  identify(files: File[]): Promise<Outcome<FileReference[]>>;
}
