import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { FileReference } from '#lib/fields/file-text.ts';
import { breather } from './breathe.ts';
import { raw } from './chunks.ts';
import type { NamedBlob } from './named-blob.ts';

/**
 * What a file holds, by size and SHA-256. The hash is a library's: the platform's `crypto.subtle` is
 * absent on plain http, and wants the whole file in memory.
 *
 * Throws `FileError`.
 */
export async function identify(file: NamedBlob): Promise<FileReference> {
  const breathe = breather();
  const hash = sha256.create();
  for await (const chunk of raw(file)) {
    hash.update(chunk);
    await breathe();
  }
  return { name: file.name, size: file.size, sha256: bytesToHex(hash.digest()) };
}
