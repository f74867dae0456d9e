import { backendFaults } from '#lib/protocol/protocol.ts';
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
export const handFaults = ['not-opened', 'not-fetched', 'died', 'hung', 'retired'] as const;
export type HandFault = (typeof handFaults)[number];

/** What is foreseen: every language has a sentence for each. */
const foreseen = [
  ...handFaults,
  ...backendFaults,
  /** WebGL is there, without a GPU behind it; the renderer is the detail. */
  'software-renderer',
  /** Neither WebGL nor WebAssembly nor plain JavaScript. */
  'no-backend',
  /** There are no weights to average yet. */
  'not-trained',
  /** There is no data set to train on. */
  'no-data',
  /** The data set that was asked for could not be made, and another one is in use. */
  'other-data',
  /** A part of the page itself could not be loaded. */
  'not-loaded',
] as const;

/** Of an `unforeseen` reason the detail is all that is known. */
export type ReasonKind = (typeof foreseen)[number] | 'unforeseen';

/**
 * An error that has a reason. Its name is the kind: of an error that a worker throws only name, message and
 * stack arrive here.
 */
export function fault(kind: ReasonKind, message: string): Error {
  return Object.assign(new Error(message), { name: kind });
}

/** The reason that an error gives. */
export function reasonOf(error: unknown): Reason {
  const { name, message } = plainError(error);
  return { kind: foreseen.find((kind) => kind === name) ?? 'unforeseen', detail: message };
}

/** Whether a worker's WebGL context was lost on the way. */
export function contextLost(error: unknown): boolean {
  return plainError(error).message.startsWith('context-lost');
}
