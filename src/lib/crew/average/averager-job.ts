import type { DataSet, Examples } from '#lib/data/dataset.ts';
import type { Experiment } from '#lib/experiment/experiment.ts';
import type { AveragerJob, Checkpoint, WasmPaths } from '#lib/protocol/protocol.ts';

/**
 * What an averager is asked: over the first `averaging.examples` of each part of the data, as everywhere
 * that averages are told. It is cut here, since the worker takes all examples that it is sent.
 */
export function averagerJob(
  experiment: Experiment,
  { inputs, classes, test, train }: DataSet,
  checkpoint: Checkpoint,
  wasmPaths: WasmPaths,
): AveragerJob {
  const { examples } = experiment.averaging;
  return {
    experiment,
    checkpoint,
    inputs,
    classes: classes.length,
    test: first(test, examples, inputs),
    train: first(train, examples, inputs),
    wasmPaths,
  };
}

/** A copy of the first examples: posting a view of an array would post the whole array. */
function first({ rows, labels }: Examples, examples: number, inputs: number): Examples {
  return { rows: rows.slice(0, examples * inputs), labels: labels.slice(0, examples) };
}
