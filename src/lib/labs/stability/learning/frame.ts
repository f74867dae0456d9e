/** Margins beside the plots of a view, equal for charts and maps so that their steps align. */
export interface Room {
  left: number;
  right: number;
}

/** Margins in CSS pixels; the left one has room for labels like 2 × 10⁻¹². */
export function roomOf(fontSize: number): Room {
  return { left: Math.round(fontSize * 4.2), right: Math.round(fontSize * 1.6) };
}
