/** How many workers share one computation: one a core, up to 8, since opening a worker takes time. */
export function cores(): number {
  return Math.max(1, Math.min(8, globalThis.navigator?.hardwareConcurrency || 1));
}
