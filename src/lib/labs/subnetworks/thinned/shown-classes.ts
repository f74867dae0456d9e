/** Classes that are drawn at most; the table has all. */
const most = 10;

/**
 * Which classes are drawn, in their order: all of a few; of many the most probable ones of the whole
 * network and the true one, so that they stay the same from one subnetwork to the next.
 */
export function shownClasses(off: ArrayLike<number>, truth: number): number[] {
  const classes = Array.from({ length: off.length }, (_, c) => c);
  if (classes.length <= most) return classes;
  const others = classes.filter((c) => c !== truth).sort((a, b) => off[b] - off[a]);
  return [truth, ...others.slice(0, most - 1)].sort((a, b) => a - b);
}
