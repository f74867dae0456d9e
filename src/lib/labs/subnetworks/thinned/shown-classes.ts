/** Classes drawn at most. The table shows all. */
const most = 10;

/**
 * The classes to draw, in order: all of them if they are few, else the true one and those most
 * probable with dropout off, so that they stay the same from one subnetwork to the next.
 */
export function shownClasses(off: ArrayLike<number>, truth: number): number[] {
  const classes = Array.from({ length: off.length }, (_, c) => c);
  if (classes.length <= most) return classes;
  const others = classes.filter((c) => c !== truth).sort((a, b) => off[b] - off[a]);
  return [truth, ...others.slice(0, most - 1)].sort((a, b) => a - b);
}
