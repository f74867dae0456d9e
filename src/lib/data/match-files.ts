import type { FileReference } from '#lib/fields/file-text.ts';
import { identifyAll } from './identify-all.ts';
import type { NamedBlob } from './named-blob.ts';
import { failure, type DataProblem } from './problem.ts';

/**
 * Whether the files given are those that the experiment was made with: same content, whatever their
 * names and order. Without references any file will do. Resolves with null where nothing is wrong.
 */
export async function matchFiles(
  references: readonly FileReference[],
  files: readonly NamedBlob[],
): Promise<{ ok: false; problem: DataProblem } | null> {
  if (references.length === 0) return null;
  const identified = await identifyAll(files);
  if (!identified.ok) return identified;
  const given = identified.value;
  const isIn = (list: readonly FileReference[]) => (file: FileReference) =>
    list.some(({ sha256, size }) => sha256 === file.sha256 && size === file.size);
  const absent = references.filter((reference) => !isIn(given)(reference));
  if (absent.length === 0) return null;
  const strange = given.filter((file) => !isIn(references)(file));
  return failure({
    kind: 'files',
    file: '',
    at: null,
    expected: absent.map(say).join(', '),
    got: (strange.length > 0 ? strange : given).map(say).join(', '),
  });
}

/** A name, and enough to tell two files of that name apart. */
function say({ name, size, sha256 }: FileReference): string {
  return `${name} (${size} B, SHA-256 ${sha256.slice(0, 8)}…)`;
}
