import { limits } from '../limits.ts';
import { failure, type DataProblem, type Outcome } from '../problem.ts';

/** What the first bytes of an IDX file say. */
export interface IdxHeader {
  /** 1 for labels `[count]`, 3 for images `[count, height, width]`. */
  sizes: number[];
  /** Bytes before the first value. */
  length: number;
  /** Bytes of the whole file. */
  total: number;
}

/** Bytes of the longest header that is accepted: magic number and three sizes. */
export const longestHeader = 16;

/** Element types, by the third byte of the magic number. */
const types: Record<number, string> = {
  0x08: 'unsigned byte',
  0x09: 'signed byte',
  0x0b: 'int16',
  0x0c: 'int32',
  0x0d: 'float32',
  0x0e: 'float64',
};

/**
 * Reads the header of an IDX file: two zero bytes, the element type, the rank, then each size in 32 bits,
 * big-endian (Y. LeCun, "The MNIST database of handwritten digits", file formats). `head` is the first
 * 16 bytes, or the whole file where it is shorter.
 */
export function readHeader(head: Uint8Array, file: string): Outcome<IdxHeader> {
  const fail = (kind: DataProblem['kind'], byte: number, expected: string, got: string) =>
    failure({ kind, file, at: { unit: 'byte', value: byte }, expected, got });

  if (head.length === 0) return fail('empty', 0, '≥ 4 B', '0 B');
  if (head[0] !== 0 || (head.length > 1 && head[1] !== 0)) {
    return fail('magic', 0, '00 00 08', hex(head.subarray(0, 4)));
  }
  if (head.length < 4) return fail('truncated', head.length, '4 B', `${head.length} B`);
  const type = head[2];
  if (type !== 0x08) {
    const name = types[type] ? ` (${types[type]})` : '';
    return fail('magic', 2, '08 (unsigned byte)', hex(head.subarray(2, 3)) + name);
  }
  const rank = head[3];
  if (rank !== 1 && rank !== 3) return fail('rank', 3, '3 (images), 1 (labels)', String(rank));
  const length = 4 + 4 * rank;
  if (head.length < length) {
    return fail('truncated', head.length, `${length} B`, `${head.length} B`);
  }
  const view = new DataView(head.buffer, head.byteOffset);
  const sizes = Array.from({ length: rank }, (_, i) => view.getUint32(4 + 4 * i));
  const zero = sizes.indexOf(0);
  if (zero >= 0) return fail('empty', 4 + 4 * zero, '≥ 1', '0');
  const [count, ...shape] = sizes;
  if (count > limits.rows) return fail('too-large', 4, `${limits.rows} rows`, `${count} rows`);
  const pixels = shape.reduce((product, size) => product * size, 1);
  if (pixels > limits.inputs) {
    return fail('too-large', 8, `${limits.inputs} pixels`, `${shape.join(' × ')} pixels`);
  }
  return { ok: true, value: { sizes, length, total: length + count * pixels } };
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
