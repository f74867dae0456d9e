import { gzipSync } from 'node:zlib';
import { buildDataSet } from '#lib/data/build.ts';
import type { DataSet } from '#lib/data/dataset.ts';
import type { NamedBlob } from '#lib/data/named-blob.ts';
import type { DataProblem } from '#lib/data/problem.ts';
import type { DataSpec } from '#lib/experiment/experiment.ts';
import type { FileReference } from '#lib/fields/file-text.ts';

/** The bytes of an IDX file: magic number, sizes, values. */
export function idxBytes(sizes: number[], values: ArrayLike<number>, type = 0x08): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * sizes.length + values.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0, 0, type, sizes.length]);
  sizes.forEach((size, i) => view.setUint32(4 + 4 * i, size));
  bytes.set(Array.from(values), 4 + 4 * sizes.length);
  return bytes;
}

/** `count` images of 2 · 3 pixels that name their own number, and labels that count from `first` on. */
export function idxPair(count: number, classes = 3, first = 0) {
  const pixels = Array.from({ length: count * 6 }, (_, i) => (i % 6 === 0 ? (i / 6) % 256 : i % 6));
  const labels = Array.from({ length: count }, (_, i) => first + (i % classes));
  return { images: idxBytes([count, 2, 3], pixels), labels: idxBytes([count], labels) };
}

export function file(name: string, content: Uint8Array | string): File {
  return new File([typeof content === 'string' ? content : new Uint8Array(content)], name);
}

export function zipped(name: string, content: Uint8Array | string): File {
  return file(name, new Uint8Array(gzipSync(content)));
}

const parts = { train: 20, test: 10, labelNoise: 0 };

export function idxSpec(
  more: Partial<typeof parts> & { files?: FileReference[] } = {},
): Extract<DataSpec, { kind: 'idx' }> {
  return { kind: 'idx', files: [], ...parts, ...more };
}

export function csvSpec(
  more: Partial<typeof parts> & { files?: FileReference[]; labelColumn?: string } = {},
): Extract<DataSpec, { kind: 'csv' }> {
  return { kind: 'csv', files: [], labelColumn: '', ...parts, ...more };
}

/** The data set, where there has to be one. */
export async function built(spec: DataSpec, files: NamedBlob[] = [], seed = 1): Promise<DataSet> {
  const outcome = await buildDataSet(spec, seed, files);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.data;
}

/** The problem, where there has to be one. */
export async function refused(spec: DataSpec, files: NamedBlob[] = []): Promise<DataProblem> {
  const outcome = await buildDataSet(spec, 1, files);
  if (outcome.ok) throw new Error('a data set came where a problem was expected');
  return outcome.problem;
}
