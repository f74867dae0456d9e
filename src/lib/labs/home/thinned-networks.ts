/** The networks of the home's picture: small enough to see which units are dropped. */

interface Node {
  x: number;
  y: number;
  kept: boolean;
}
interface Edge {
  from: Node;
  to: Node;
  kept: boolean;
}
export interface DrawnNetwork {
  /** Left edge of the network in the picture. */
  x: number;
  /** The sign drawn before the network. */
  sign: string;
  nodes: Node[];
  edges: Edge[];
}

const COLUMNS = [3, 4, 4, 2];
const [WIDTH, HEIGHT] = [90, 120];

/** Which hidden units each network keeps, one string per network; the last one keeps all. */
const KEPT = ['1010 0110', '0110 1001', '1101 0101', '1111 1111'];
const SIGNS = ['', '+', '+', '≈?'];

export function thinnedNetworks(): DrawnNetwork[] {
  return KEPT.map((mask, n) => {
    const kept = mask.split(' ').map((layer) => [...layer].map((bit) => bit === '1'));
    const columns = COLUMNS.map((count, c) =>
      Array.from({ length: count }, (_, i) => ({
        x: 6.5 + (c * (WIDTH - 13)) / (COLUMNS.length - 1),
        y: HEIGHT / 2 + (i - (count - 1) / 2) * 30,
        kept: c === 0 || c === COLUMNS.length - 1 || kept[c - 1][i],
      })),
    );
    const edges = columns
      .slice(1)
      .flatMap((column, c) =>
        columns[c].flatMap((from) =>
          column.map((to) => ({ from, to, kept: from.kept && to.kept })),
        ),
      );
    return { x: 8 + n * 140 + (n === 3 ? 32 : 0), sign: SIGNS[n], nodes: columns.flat(), edges };
  });
}
