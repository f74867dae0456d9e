import { GzipError, UnreadableError } from './chunks.ts';
import { EncodingError } from './csv/text.ts';
import { failure } from './problem.ts';

/** What a person can do something about when reading `file` threw. Throws what is nobody's file's fault. */
export function unreadable(error: unknown, file: string) {
  if (error instanceof GzipError) {
    return failure({
      kind: 'gzip',
      file,
      at: { unit: 'byte', value: error.at },
      expected: 'a whole gzip stream',
      got: error.message,
    });
  }
  if (error instanceof UnreadableError) {
    return failure({
      kind: 'unreadable',
      file,
      at: null,
      expected: 'a readable file',
      got: error.message,
    });
  }
  if (error instanceof EncodingError) {
    return failure({
      kind: 'encoding',
      file,
      at: { unit: 'line', value: error.line },
      expected: 'UTF-8',
      got: error.message,
    });
  }
  throw error;
}
