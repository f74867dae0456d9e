/** The values of the slider for k: every k at first, later in steps of about 4%. */
export function stopsUpTo(most: number): number[] {
  const stops: number[] = [];
  for (let k = 1; k < most; k = Math.max(k + 1, Math.round(k * 1.04))) stops.push(k);
  return [...stops, most];
}

/** The index of the last stop that is not above k. */
export function stopAt(stops: readonly number[], k: number): number {
  const above = stops.findIndex((stop) => stop > k);
  return above < 0 ? stops.length - 1 : Math.max(0, above - 1);
}
