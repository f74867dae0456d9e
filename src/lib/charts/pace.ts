/** Runs `job` soon after it is asked for, and never twice within `interval()` milliseconds. */
export function pace(
  job: () => void,
  interval: () => number,
): { request: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;

  return {
    request() {
      if (timer !== undefined) return;
      const wait = Math.max(0, last + interval() - performance.now());
      timer = setTimeout(() => {
        timer = undefined;
        last = performance.now();
        job();
      }, wait);
    },
    cancel() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
