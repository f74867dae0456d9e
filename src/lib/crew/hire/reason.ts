import type { BackendFault } from '#lib/protocol/protocol.ts';
import { plainError } from '#lib/experiment/plain-error.ts';

/**
 * Why something went wrong. The page has a sentence for each kind, in its language; `detail` is what a
 * program said about it, in English, for whoever has to find the cause.
 */
export interface Reason {
  kind: ReasonKind;
  detail: string;
}

/** What can be wrong with a worker itself, whatever it was asked. */
export type HandFault = 'not-opened' | 'died' | 'hung' | 'retired';

export type ReasonKind =
  | HandFault
  | BackendFault
  /** WebGL is there, without a GPU behind it; the renderer is the detail. */
  | 'software-renderer'
  /** Neither WebGL nor WebAssembly nor plain JavaScript. */
  | 'no-backend'
  /** There are no weights to average yet. */
  | 'not-trained'
  /** There is no data set to train on. */
  | 'no-data'
  /** The data set that was asked for could not be made, and another one is in use. */
  | 'other-data'
  /** A part of the page itself could not be loaded. */
  | 'not-loaded'
  /** Something that no one foresaw: the detail is all there is. */
  | 'unforeseen';

const foreseen: Record<Exclude<ReasonKind, 'unforeseen'>, true> = {
  'not-opened': true,
  died: true,
  hung: true,
  retired: true,
  'no-offscreen-canvas': true,
  'no-webgl-in-safari': true,
  'no-webgl2': true,
  'no-webassembly': true,
  'backend-not-started': true,
  'half-precision': true,
  'software-renderer': true,
  'no-backend': true,
  'not-trained': true,
  'no-data': true,
  'other-data': true,
  'not-loaded': true,
};

/** An error of a kind. Its name says which: of a worker's errors only name, message and stack arrive. */
export function fault(kind: ReasonKind, message: string): Error {
  return Object.assign(new Error(message), { name: kind });
}

/** The reason that an error gives. */
export function reasonOf(error: unknown): Reason {
  const { name, message } = plainError(error);
  const kind = Object.hasOwn(foreseen, name) ? (name as ReasonKind) : 'unforeseen';
  return { kind, detail: message };
}

/** Whether a worker's WebGL context was lost on the way. */
export function contextLost(error: unknown): boolean {
  return plainError(error).message.startsWith('context-lost');
}
