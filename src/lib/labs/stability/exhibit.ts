import { onDestroy } from 'svelte';
import type { Reason } from '#lib/crew/hire/reason.ts';
import type { RunState } from '#lib/crew/run/types.ts';

/** A part of a view that reports how far it is and leaves its figures in the downloaded file. */
export interface Exhibit {
  /** Left out by an exhibit that only has figures: it does not count for the phase of the page. */
  readonly phase?: RunState;
  /** Why the exhibit failed, wholly or in part. */
  readonly reason?: Reason | null;
  /** The figures so far. */
  figures(): unknown;
}

/**
 * Phases by precedence: if exhibits differ, the page takes the first of these that any of them has.
 * One exhibit that is done must not make the page look done.
 */
const telling = ['starting', 'running', 'failed', 'paused', 'done'] as const;

/** The phase of the page, from those of its exhibits; `idle` without any. */
export function phaseOf(exhibits: readonly Exhibit[]): RunState {
  return telling.find((phase) => exhibits.some((one) => one.phase === phase)) ?? 'idle';
}

/** Registers an exhibit with the page until the component that is being set up is destroyed. */
export function showing<E extends Exhibit>(
  lab: { shows(name: string, exhibit: Exhibit): () => void },
  name: string,
  exhibit: E,
): E {
  onDestroy(lab.shows(name, exhibit));
  return exhibit;
}
