/** Workers that share one computation: one a core, but no more than would be worth their opening. */
export function cores(): number {
  return Math.max(1, Math.min(8, globalThis.navigator?.hardwareConcurrency || 1));
}
