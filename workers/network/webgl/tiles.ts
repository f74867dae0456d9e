/**
 * Where the matrices of an ensemble stand in textures.
 *
 * Every matrix has an even number of rows and columns, padded with zeros, and is stored in tfjs's packed
 * form: a texel holds a 2×2 block, row by row. The matrices of the members ("tiles") stand one below
 * the other, in `across` columns where one column would be taller than a texture may be.
 */
export interface Tile {
  /** Size of the matrix of one member, in texels (half the rows, half the columns). */
  height: number;
  width: number;
}

/** A matrix with this many rows and columns, in texels. */
export function tile(rows: number, columns: number): Tile {
  return { height: Math.ceil(rows / 2), width: Math.ceil(columns / 2) };
}

/** The logical shape of the tensor that holds one tile a member: even, so equal to its texture's. */
export function tensorShape(one: Tile, members: number, across: number): [number, number] {
  return [2 * one.height * Math.ceil(members / across), 2 * one.width * across];
}

/**
 * The fewest columns of tiles with which the tallest tile of all members still fits a texture.
 * @throws Error where no number of columns does.
 */
export function columnsOfTiles(tiles: readonly Tile[], members: number, largest: number): number {
  for (let across = 1; across <= members; across++) {
    const fits = tiles.every(
      ({ height, width }) =>
        height * Math.ceil(members / across) <= largest && width * across <= largest,
    );
    if (fits) return across;
  }
  throw new Error(
    `This ensemble is too large for WebGL here: no texture may be longer than ${largest} texels.`,
  );
}

/** GLSL: where a fragment stands (`member`, `x`, `y` within the tile) and where a member's tile begins. */
export function tileGlsl(output: Tile, across: number): string {
  return `
const int ACROSS = ${across};
ivec2 tileOf(int member, int width, int height) {
  return ivec2((member % ACROSS) * width, (member / ACROSS) * height);
}
int member, x, y;
void locate() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  member = (at.y / ${output.height}) * ACROSS + at.x / ${output.width};
  x = at.x % ${output.width};
  y = at.y % ${output.height};
}`;
}
