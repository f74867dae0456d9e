import { GzipError } from './chunks.ts';
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
  if (error instanceof DOMException) {
    // Moved, changed or deleted since it was chosen.
    return failure({ kind: 'files', file, at: null, expected: 'a readable file', got: error.name });
  }
  throw error;
}
