/** Milliseconds between two pieces of news. */
const between = 100;

/**
 * When to tell what there is so far: ten times a second, or so seldom that telling takes a tenth of the
 * time. `told` runs `tell` and measures it.
 */
export function newsPace(): { due(): boolean; told(tell: () => void): void } {
  let next = performance.now() + between;
  return {
    due: () => performance.now() >= next,
    told(tell) {
      const began = performance.now();
      tell();
      const now = performance.now();
      next = now + Math.max(between, 9 * (now - began));
    },
  };
}
