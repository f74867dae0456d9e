/** A name on a pole: where the pole stands, and how wide the name is, in pixels. */
interface Pole {
  x: number;
  width: number;
}

/** Where a name stands: on which line of names, 0 being the top, and on which side of its pole. */
export interface Flag {
  row: number;
  side: 'left' | 'right';
}

/**
 * Places names so that no two are on one line and poles cross as few of them as possible. Names
 * stand to the right of their poles, the leftmost on top: then every pole comes down left of the
 * names below it. Where there is no room on the right they stand on the left, the rightmost on top.
 */
export function flagsOf(poles: readonly Pole[], width: number): Flag[] {
  const sideOf = ({ x, width: name }: Pole) => (x + name <= width ? 'right' : 'left');
  const order = poles
    .map((pole, i) => ({ i, x: pole.x, side: sideOf(pole) }) as const)
    .sort((a, b) => {
      if (a.side !== b.side) return a.side === 'left' ? -1 : 1;
      return a.side === 'right' ? a.x - b.x : b.x - a.x;
    });
  const flags: Flag[] = [];
  order.forEach(({ i, side }, row) => (flags[i] = { row, side }));
  return flags;
}
