/** Examples with their labels. */
export interface Examples {
  /** Inputs, row-major, `[count, inputs]`, float32. */
  rows: Float32Array<ArrayBuffer>;
  /** The label that the example carries, `[count]`, each an index into `classes`. */
  labels: Int32Array<ArrayBuffer>;
}

/** Training examples, some of which may carry a label drawn anew. */
export interface TrainingExamples extends Examples {
  /** The label before any was drawn anew, `[count]`. Equal to `labels` where there is no label noise. */
  trueLabels: Int32Array<ArrayBuffer>;
}

/** How the inputs were brought to scale: pixels to [0, 1], columns to mean 0 and variance 1, or not. */
export type Scaling = 'unit' | 'standard' | 'none';

/** Where a table has its labels: counted from 1, and the header's own word where there is a header. */
export interface LabelColumn {
  number: number;
  columns: number;
  name: string | null;
}

/** The one shape that every kind of data set takes. Plain arrays: it can be posted to a worker. */
export interface DataSet {
  /** The kind, e.g. `digits`, `moons`, or the file's name. */
  name: string;
  /** Numbers in one row. */
  inputs: number;
  /** One name a class, in the order of the labels. At least two. */
  classes: string[];
  /** Where a row is an image: its height and width, height · width = inputs. */
  shape: { height: number; width: number } | null;
  scaling: Scaling;
  /** Of a table: the column that holds the labels. */
  labelColumn?: LabelColumn;
  train: TrainingExamples;
  test: Examples;
}
