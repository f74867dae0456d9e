import { onDestroy } from 'svelte';
import type { Reason } from '#lib/crew/hire/reason.ts';
import type { RunState } from '#lib/crew/run/types.ts';

/** What a view shows: how far it is, and its figures for the file that the page leaves. */
export interface Exhibit {
  /** Left out by what has figures only, and does not decide how far the page is. */
  readonly phase?: RunState;
  /** Why it failed, all of it or a part. */
  readonly reason?: Reason | null;
  /** The figures as they are now. */
  figures(): unknown;
}

/** Where exhibits differ, the page has the phase that stands first here: one that is done does not speak for the others. */
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
