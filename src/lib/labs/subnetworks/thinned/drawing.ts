import { thin } from '#lib/charts/lookup.ts';

/**
 * A drawing of a network: columns of units and the edges between them. Coordinates are shares of
 * width and height.
 */
export interface Drawing {
  columns: Column[];
  edges: Edge[];
}

/** One layer of the drawing: 0 is the input, the last one the classes. */
export interface Column {
  layer: number;
  x: number;
  /** How many units the layer has. */
  total: number;
  /** The units that are drawn, spread evenly over the layer. */
  units: { unit: number; y: number }[];
}

export interface Edge {
  /** The layer where the edge begins; it ends in the next one. */
  layer: number;
  /** Index of the unit at each end, within its layer. */
  from: number;
  to: number;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  /** |weight| as a share of the largest |weight| drawn between these two layers. */
  strength: number;
  negative: boolean;
}

/** Units drawn per layer at most: more could not be told apart. */
const mostUnits = 12;

/**
 * Draws a network with layers of `sizes` units: inputs, hidden layers, classes. `parameters` holds
 * for each layer, from the input on, weights `[outputs, inputs]` row-major, then biases
 * `[outputs]`.
 */
export function drawingOf(sizes: readonly number[], parameters: Float32Array): Drawing {
  const columns = sizes.map((total, layer): Column => {
    const drawn = thin(total, mostUnits);
    return {
      layer,
      total,
      x: (layer + 0.5) / sizes.length,
      units: drawn.map((unit, i) => ({ unit, y: (i + 0.5) / drawn.length })),
    };
  });
  const edges: Edge[] = [];
  let offset = 0;
  for (let layer = 0; layer + 1 < sizes.length; layer++) {
    const [from, to] = [columns[layer], columns[layer + 1]];
    const weightOf = (a: number, b: number) => parameters[offset + b * from.total + a];
    const between = from.units.flatMap((a) =>
      to.units.map((b) => ({ a, b, weight: weightOf(a.unit, b.unit) })),
    );
    const largest = Math.max(...between.map(({ weight }) => Math.abs(weight)));
    edges.push(
      ...between.map(({ a, b, weight }) => ({
        layer,
        from: a.unit,
        to: b.unit,
        x1: from.x,
        y1: a.y,
        x2: to.x,
        y2: b.y,
        strength: largest > 0 ? Math.abs(weight) / largest : 0,
        negative: weight < 0,
      })),
    );
    offset += from.total * to.total + to.total;
  }
  return { columns, edges };
}

/** Number of units in the tallest column. */
export function rowsOf({ columns }: Drawing): number {
  return Math.max(...columns.map(({ units }) => units.length));
}

/** A drawn unit, by the index of its column among those with buttons and its index within it. */
export interface Spot {
  column: number;
  row: number;
}

/**
 * The unit that a key leads to: up and down within a layer, left and right to the unit at the
 * nearest height in the next layer, Home and End to the ends of the layer. Null for other keys.
 * `choices` are the columns with units that can be chosen, from left to right.
 */
export function moved(
  { column, row }: Spot,
  key: string,
  choices: readonly Pick<Column, 'units'>[],
): Spot | null {
  const last = choices[column].units.length - 1;
  const across = (to: number): Spot => {
    if (!choices[to]) return { column, row };
    const units = choices[to].units.length;
    return { column: to, row: Math.min(units - 1, Math.floor(((row + 0.5) / (last + 1)) * units)) };
  };
  switch (key) {
    case 'ArrowUp':
      return { column, row: Math.max(0, row - 1) };
    case 'ArrowDown':
      return { column, row: Math.min(last, row + 1) };
    case 'ArrowLeft':
      return across(column - 1);
    case 'ArrowRight':
      return across(column + 1);
    case 'Home':
      return { column, row: 0 };
    case 'End':
      return { column, row: last };
    default:
      return null;
  }
}
