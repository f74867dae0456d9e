import type { DataSpec } from '#lib/experiment/experiment.ts';
import type { FileReference } from '#lib/fields/file-text.ts';
import { buildCsv } from './csv/csv.ts';
import { drawDigits } from './digits/digits.ts';
import { buildIdx } from './idx/idx.ts';
import { matchFiles } from './match-files.ts';
import type { NamedBlob } from './named-blob.ts';
import { drawPlane } from './plane/plane.ts';
import { failure, type DataSetOutcome } from './problem.ts';

/**
 * The one door to every kind of data set. `seed` is `seeds.data`; `files` matter to `idx` (two) and
 * `csv` (one) alone. Whatever the bytes, it resolves with an outcome; where it throws, that is a fault
 * of this program.
 */
export async function buildDataSet(
  spec: DataSpec,
  seed: number,
  files: readonly NamedBlob[],
): Promise<DataSetOutcome> {
  switch (spec.kind) {
    case 'digits':
      return { ok: true, data: await drawDigits(spec, seed) };
    case 'plane':
      return { ok: true, data: drawPlane(spec, seed) };
    case 'idx':
      if (files.length !== 2) return wrongCount('2 IDX', spec.files, files);
      return (await matchFiles(spec.files, files)) ?? buildIdx(spec, seed, files);
    case 'csv':
      if (files.length !== 1) return wrongCount('1 CSV', spec.files, files);
      return (await matchFiles(spec.files, files)) ?? buildCsv(spec, seed, files[0]);
  }
}

function wrongCount(
  wanted: string,
  references: readonly FileReference[],
  files: readonly NamedBlob[],
) {
  return failure({
    kind: 'files',
    file: '',
    at: null,
    expected: references.map(({ name }) => name).join(', ') || wanted,
    got: files.map(({ name }) => name).join(', ') || '0',
  });
}
