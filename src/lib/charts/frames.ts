/**
 * Shares the frames among all charts of a page: in each frame jobs run until `budget` milliseconds
 * are spent, the others wait for the next, so that many charts never add up to one long task.
 */
export function frameQueue(
  nextFrame: (run: () => void) => void,
  now: () => number,
  budget = 6,
): { schedule: (job: () => void) => void; cancel: (job: () => void) => void } {
  const waiting = new Set<() => void>();
  let asked = false;

  function ask() {
    if (asked || waiting.size === 0) return;
    asked = true;
    nextFrame(run);
  }

  function run() {
    asked = false;
    const begin = now();
    for (const job of [...waiting]) {
      if (!waiting.delete(job)) continue;
      try {
        job();
      } finally {
        ask();
      }
      if (now() - begin >= budget) break;
    }
    ask();
  }

  return {
    schedule(job) {
      waiting.add(job);
      ask();
    },
    cancel: (job) => void waiting.delete(job),
  };
}
