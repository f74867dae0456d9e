import { dequal } from 'dequal/lite';

/**
 * Gives the same object for as long as its value stays the same, so that what depends on it in a
 * `$derived` or an `$effect` is left alone by changes that mean nothing.
 */
export function steady<T>(value: () => T): () => T {
  let kept: T | undefined;
  return () => {
    const now = value();
    if (kept === undefined || !dequal(kept, now)) kept = now;
    return kept;
  };
}
