import type { FileReference } from '#lib/fields/file-text.ts';
import { identify } from './identify.ts';
import type { NamedBlob } from './named-blob.ts';
import type { Outcome } from './problem.ts';
import { refused } from './file-error.ts';

/** Size and SHA-256 of files, in their order, or which of them cannot be read. */
export async function identifyAll(files: readonly NamedBlob[]): Promise<Outcome<FileReference[]>> {
  const found: FileReference[] = [];
  for (const file of files) {
    try {
      found.push(await identify(file));
    } catch (error) {
      return refused(error, file.name);
    }
  }
  return { ok: true, value: found };
}
