/** Milliseconds of work before other tasks get their turn. */
const WORK = 12;

/**
 * Something to await inside a long loop: most calls return at once, and once in every few milliseconds
 * of work other tasks (a message to cancel, a repaint) get their turn. It changes when a result comes, never
 * the result.
 */
export function breather(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < WORK) return undefined;
    return new Promise((resolve) =>
      setTimeout(() => {
        since = performance.now();
        resolve();
      }),
    );
  };
}
