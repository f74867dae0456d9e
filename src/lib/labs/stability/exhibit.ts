import { onDestroy } from 'svelte';
import type { Reason } from '#lib/crew/reason.ts';
import type { RunState } from '#lib/crew/types.ts';

/** What a view shows: how far it is, and its figures for the file that the page leaves. */
export interface Exhibit {
  /** Left out where its figures come beside those that the view is about. */
  readonly phase?: RunState;
  /** Why `phase` is `failed`. */
  readonly reason?: Reason | null;
  /** The figures as they are now. */
  figures(): unknown;
}

/** Of several exhibits, the phase that stands first here is that of the page: one that is done does not speak for the others. */
const telling = ['starting', 'running', 'failed', 'paused', 'done'] as const;

/** How far the page is by what it shows. Without any exhibit it is idle. */
export function phaseOf(exhibits: readonly Exhibit[]): RunState {
  return telling.find((phase) => exhibits.some((one) => one.phase === phase)) ?? 'idle';
}

/** Puts an exhibit on show for as long as the component lives that is being set up. */
export function showing<E extends Exhibit>(
  lab: { shows(name: string, exhibit: Exhibit): () => void },
  name: string,
  exhibit: E,
): E {
  onDestroy(lab.shows(name, exhibit));
  return exhibit;
}
