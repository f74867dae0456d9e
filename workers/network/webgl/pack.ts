import { biasesOf, weightsOf, type Layout } from '../layout.ts';
import { tensorShape, type Tile } from './tiles.ts';

/** Where the tile of `member` begins in a matrix, in numbers: row and column. */
function startOf(one: Tile, member: number, across: number): [row: number, column: number] {
  return [2 * one.height * Math.floor(member / across), 2 * one.width * (member % across)];
}

/**
 * The numbers of one layer of all members as the matrix that the programs read: a tile a member,
 * `[inputs (even), outputs (even)]` with the biases in the row after, zeros elsewhere.
 */
export function packLayer(
  parameters: Float32Array,
  layout: Layout,
  layer: number,
  one: Tile,
  across: number,
): Float32Array {
  const { inputs, outputs } = layout.layers[layer];
  const [rows, columns] = tensorShape(one, layout.members, across);
  const values = new Float32Array(rows * columns);
  for (let m = 0; m < layout.members; m++) {
    const [row, column] = startOf(one, m, across);
    const weights = weightsOf(parameters, layout, m, layer);
    for (let i = 0; i < inputs; i++) {
      const at = (row + i) * columns + column;
      for (let o = 0; o < outputs; o++) values[at + o] = weights[o * inputs + i];
    }
    values.set(
      biasesOf(parameters, layout, m, layer),
      (row + 2 * (one.height - 1)) * columns + column,
    );
  }
  return values;
}

/** The reverse of `packLayer`, into `parameters`. */
export function unpackLayer(
  values: Float32Array,
  parameters: Float32Array,
  layout: Layout,
  layer: number,
  one: Tile,
  across: number,
): void {
  const { inputs, outputs } = layout.layers[layer];
  const [, columns] = tensorShape(one, layout.members, across);
  for (let m = 0; m < layout.members; m++) {
    const [row, column] = startOf(one, m, across);
    const weights = weightsOf(parameters, layout, m, layer);
    for (let i = 0; i < inputs; i++) {
      const at = (row + i) * columns + column;
      for (let o = 0; o < outputs; o++) weights[o * inputs + i] = values[at + o];
    }
    const bias = (row + 2 * (one.height - 1)) * columns + column;
    biasesOf(parameters, layout, m, layer).set(values.subarray(bias, bias + outputs));
  }
}

/**
 * Rows `[count, inputs]` as one matrix with the labels in the column after: `[rows, inputs (even) + 2]`.
 */
export function packRows(
  rows: Float32Array,
  labels: Int32Array | null,
  inputs: number,
  count: number,
  one: Tile,
): Float32Array {
  const columns = 2 * one.width;
  const values = new Float32Array(2 * one.height * columns);
  for (let r = 0; r < count; r++) {
    values.set(rows.subarray(r * inputs, (r + 1) * inputs), r * columns);
    if (labels) values[r * columns + columns - 2] = labels[r];
  }
  return values;
}

/** The members' tiles of a matrix `[examples, columns]` as one array `[members, count, columns]`. */
export function unpackRows(
  values: Float32Array,
  one: Tile,
  members: number,
  across: number,
  count: number,
  columns: number,
): Float32Array {
  const [, width] = tensorShape(one, members, across);
  const out = new Float32Array(members * count * columns);
  for (let m = 0; m < members; m++) {
    const [row, column] = startOf(one, m, across);
    for (let r = 0; r < count; r++) {
      const at = (row + r) * width + column;
      out.set(values.subarray(at, at + columns), (m * count + r) * columns);
    }
  }
  return out;
}
