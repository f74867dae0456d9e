import type { DataSpec } from '../experiment/experiment.ts';
import { drawDigits } from './digits/digits.ts';
import { drawPlane } from './plane/plane.ts';
import { failure, type DataSetOutcome } from './problem.ts';

/** A blob with a name: a `File`, or what stands for one in Node. */
export type NamedBlob = Blob & { readonly name: string };

/** The data set of a spec. `seed` is `seeds.data`; `files` matter to `idx` and `csv` alone. */
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
    case 'csv':
      return failure({
        kind: 'files',
        file: '',
        at: null,
        expected: 'files',
        got: String(files.length),
      });
  }
}
