import { FileError } from './file-error.ts';

/** A gzip stream that is damaged or ends early, after `at` bytes of the file; the words are the unpacker's. */
function damaged(at: number, cause: unknown): FileError {
  const got = reason(cause) || 'unexpected end';
  const place = { unit: 'byte', value: at } as const;
  return new FileError({ kind: 'gzip', at: place, expected: 'a whole gzip stream', got }, cause);
}

/**
 * A file that cannot be read: a folder, or one that was moved, changed or deleted since it was chosen.
 * Browsers throw errors of different kinds here; the words are the platform's.
 */
function unreadable(cause: unknown): FileError {
  const got = reason(cause) || 'it could not be read';
  return new FileError({ kind: 'unreadable', at: null, expected: 'a readable file', got }, cause);
}

/** Whether a file starts as gzip does, whatever its name (RFC 1952 §2.3.1). */
async function isGzip(file: Blob): Promise<boolean> {
  try {
    const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    return first === 0x1f && second === 0x8b;
  } catch (error) {
    throw unreadable(error);
  }
}

/**
 * The bytes of a file in chunks, unpacked where it is gzip. `native` false unpacks without the
 * platform's own DecompressionStream, as a browser that lacks it does.
 *
 * Throws `FileError`.
 */
export async function* chunks(
  file: Blob,
  native = 'DecompressionStream' in globalThis,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (!(await isGzip(file))) yield* raw(file);
  else if (native) yield* unpack(file);
  else yield* unpackByHand(file);
}

/** The bytes of a file as they are, in chunks. Throws `FileError`. */
export async function* raw(file: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  try {
    yield* drain(file.stream().getReader());
  } catch (error) {
    throw unreadable(error);
  }
}

async function* unpack(file: Blob): AsyncGenerator<Uint8Array, void, undefined> {
  let fed = 0;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      fed += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const stream = file.stream().pipeThrough(counter).pipeThrough(new DecompressionStream('gzip'));
  try {
    yield* drain(stream.getReader());
  } catch (error) {
    // The platform says TypeError for damaged gzip, and DOMException for a file that has gone.
    throw error instanceof DOMException ? unreadable(error) : damaged(fed, error);
  }
}

async function* unpackByHand(file: Blob): AsyncGenerator<Uint8Array, void, undefined> {
  const { Gunzip } = await import('fflate');
  let out: Uint8Array[] = [];
  const gunzip = new Gunzip((chunk) => out.push(chunk));
  let fed = 0;
  for await (const chunk of raw(file)) {
    fed += chunk.length;
    try {
      gunzip.push(chunk, fed === file.size);
    } catch (error) {
      throw damaged(fed, error);
    }
    yield* out;
    out = [];
  }
}

async function* drain(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>) {
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // A caller that stops early releases the file; nobody waits for that, so a failure is dropped.
    reader.cancel().catch(() => undefined);
  }
}

/** The message of an error, or of its cause where the error has none, as in Node. */
function reason(error: unknown): string {
  return error instanceof Error ? error.message || reason(error.cause) : '';
}
