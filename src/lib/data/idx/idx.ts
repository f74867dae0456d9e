import type { DataSpec } from '#lib/experiment/experiment.ts';
import type { DataSet, Examples } from '../dataset.ts';
import { withLabelNoise } from '../labels.ts';
import type { NamedBlob } from '../named-blob.ts';
import { failure, type DataSetOutcome, type Outcome } from '../problem.ts';
import { split } from '../split.ts';
import { readIdx, type IdxFile } from './read.ts';

export type IdxSpec = Extract<DataSpec, { kind: 'idx' }>;

/**
 * A pair of IDX files as a data set: rows `[count, height · width]`, bytes divided by 255. Which file
 * holds the images is told by its rank, not by its name or place. Classes are the label values that
 * occur anywhere in the file, in rising order, so labels may start at 1 (EMNIST letters) or have gaps.
 */
export async function buildIdx(
  spec: IdxSpec,
  seed: number,
  files: readonly NamedBlob[],
): Promise<DataSetOutcome> {
  const read: IdxFile[] = [];
  for (const file of files) {
    const outcome = await readIdx(file);
    if (!outcome.ok) return outcome;
    read.push(outcome.value);
  }
  const pair = pairUp(read);
  if (!pair.ok) return pair;
  const { images, labels } = pair.value;
  const values = [...new Set(labels.values)].sort((a, b) => a - b);
  if (values.length < 2) {
    return failure({
      kind: 'single-class',
      file: labels.name,
      at: null,
      expected: '≥ 2',
      got: `1 (${values.join()})`,
    });
  }
  const parts = split(labels.values.length, spec, seed, images.name);
  if (!parts.ok) return parts;

  const [, height, width] = images.sizes;
  const pick = (order: Uint32Array) => take(order, images, labels, values);
  const train = pick(parts.value.train);
  const data: DataSet = {
    name: images.name,
    inputs: height * width,
    classes: values.map(String),
    shape: { height, width },
    scaling: 'unit',
    train: withLabelNoise(train.rows, train.labels, values.length, spec.labelNoise, seed),
    test: pick(parts.value.test),
  };
  return { ok: true, data };
}

/** Tells images from labels. Fails where there are two of one, or their counts differ. */
function pairUp(files: IdxFile[]): Outcome<{ images: IdxFile; labels: IdxFile }> {
  const images = files.find(({ sizes }) => sizes.length === 3);
  const labels = files.find(({ sizes }) => sizes.length === 1);
  if (!images || !labels) {
    return failure({
      kind: 'files',
      file: '',
      at: null,
      expected: 'images + labels',
      got: files.map(({ sizes }) => (sizes.length === 3 ? 'images' : 'labels')).join(' + '),
    });
  }
  if (images.sizes[0] !== labels.sizes[0]) {
    return failure({
      kind: 'counts',
      file: labels.name,
      at: { unit: 'byte', value: 4 },
      expected: String(images.sizes[0]),
      got: String(labels.sizes[0]),
    });
  }
  return { ok: true, value: { images, labels } };
}

/** The rows of `order`, with pixels in [0, 1] and labels as indices into `values`. */
function take(order: Uint32Array, images: IdxFile, labels: IdxFile, values: number[]): Examples {
  const pixels = images.sizes[1] * images.sizes[2];
  const classOf = new Int32Array(256);
  values.forEach((value, index) => (classOf[value] = index));
  const rows = new Float32Array(order.length * pixels);
  order.forEach((row, i) => {
    for (let p = 0; p < pixels; p++) {
      rows[i * pixels + p] = images.values[row * pixels + p] / 255;
    }
  });
  return { rows, labels: Int32Array.from(order, (row) => classOf[labels.values[row]]) };
}
