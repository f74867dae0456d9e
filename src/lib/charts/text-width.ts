/** About how wide a text is in CSS pixels, before it is drawn; Chinese characters are full squares. */
export function textWidth(words: string, fontSize: number): number {
  return [...words].reduce((sum, c) => sum + (c > '⺀' ? 1.02 : 0.57), 0) * fontSize;
}

/** Where a text beside a vertical line begins: to the right of it where it fits, else to the left. */
export function besideLine(
  at: number,
  words: string,
  fontSize: number,
  range: readonly [left: number, right: number],
): number {
  const gap = fontSize * 0.4;
  const width = textWidth(words, fontSize);
  if (at + gap + width <= range[1]) return at + gap;
  return Math.max(range[0], Math.min(at - gap, range[1]) - width);
}
