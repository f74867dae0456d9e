import { breather } from '../breathe.ts';
import { chunks } from '../chunks.ts';
import type { NamedBlob } from '../named-blob.ts';
import { failure, type Outcome } from '../problem.ts';
import { refused } from '../file-error.ts';
import { longestHeader, readHeader, type IdxHeader } from './header.ts';

/** One IDX file of unsigned bytes. */
export interface IdxFile {
  name: string;
  /** `[count]` or `[count, height, width]`. */
  sizes: number[];
  /** Row-major, as long as the product of the sizes. */
  values: Uint8Array;
}

/**
 * Reads a raw or gzip IDX file chunk by chunk. It stops as soon as the header is wrong or there is more
 * than the header says, so that a small gzip file cannot unpack without end.
 */
export async function readIdx(file: NamedBlob): Promise<Outcome<IdxFile>> {
  const breathe = breather();
  const parts: Uint8Array[] = [];
  let length = 0;
  let header: IdxHeader | null = null;
  try {
    for await (const chunk of chunks(file)) {
      parts.push(chunk);
      length += chunk.length;
      if (!header && length >= longestHeader) {
        const read = readHeader(join(parts, longestHeader), file.name);
        if (!read.ok) return read;
        header = read.value;
      }
      if (header && length > header.total) break;
      await breathe();
    }
  } catch (error) {
    return refused(error, file.name);
  }
  if (!header) {
    const read = readHeader(join(parts, length), file.name);
    if (!read.ok) return read;
    header = read.value;
  }
  const { total } = header;
  if (length !== total) {
    return failure({
      kind: length < total ? 'truncated' : 'too-large',
      file: file.name,
      at: { unit: 'byte', value: Math.min(length, total) },
      expected: `${total} B`,
      got: length < total ? `${length} B` : `> ${total} B`,
    });
  }
  const bytes = join(parts, total);
  return {
    ok: true,
    value: { name: file.name, sizes: header.sizes, values: bytes.subarray(header.length) },
  };
}

/** The first `length` bytes of the parts, as one array. */
function join(parts: Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    const rest = part.subarray(0, length - at);
    bytes.set(rest, at);
    at += rest.length;
  }
  return bytes;
}
