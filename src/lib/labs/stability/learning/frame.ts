/** Room beside the plots of a view: the same for charts and maps, so that their steps stand in line. */
export interface Room {
  left: number;
  right: number;
}

/** In CSS pixels: labels like 2 × 10⁻¹² stand to the left. */
export function roomOf(fontSize: number): Room {
  return { left: Math.round(fontSize * 4.2), right: Math.round(fontSize * 1.6) };
}
