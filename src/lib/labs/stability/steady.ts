import { dequal } from 'dequal/lite';

/**
 * Returns the previous object for as long as the value is deeply equal, so that a `$derived` or an
 * `$effect` that depends on it does not run for a copy.
 */
export function steady<T>(value: () => T): () => T {
  let kept: T | undefined;
  return () => {
    const now = value();
    if (kept === undefined || !dequal(kept, now)) kept = now;
    return kept;
  };
}
