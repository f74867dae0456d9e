import { chunks } from '../chunks.ts';
import { FileError } from '../file-error.ts';

/** A text that is not UTF-8, at a line: read as if it were, two different words could become the same one. */
function notUtf8(line: number, got: string, cause: unknown): FileError {
  return new FileError(
    { kind: 'encoding', at: { unit: 'line', value: line }, expected: 'UTF-8', got },
    cause,
  );
}

/** The text of a file in pieces, the last one marked. Throws `FileError`. */
export async function* texts(file: Blob): AsyncGenerator<{ text: string; last: boolean }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let begun = false;
  let line = 1;
  const decode = (chunk?: Uint8Array) => {
    try {
      const text = decoder.decode(chunk, { stream: chunk !== undefined });
      begun ||= text !== '';
      line += newlines(text);
      return text;
    } catch (error) {
      const utf16 = !begun && /^(255,254|254,255)$/.test(String(chunk?.subarray(0, 2)));
      const before = new TextDecoder().decode(chunk).split('\ufffd', 1)[0];
      throw notUtf8(line + newlines(before), utf16 ? 'UTF-16' : 'other bytes', error);
    }
  };
  for await (const chunk of chunks(file)) yield { text: decode(chunk), last: false };
  yield { text: decode(), last: true };
}

/** Line feeds in a text. */
export function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
