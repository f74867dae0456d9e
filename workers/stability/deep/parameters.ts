import type { Arithmetic, Numbers } from '../arithmetic.ts';
import { drawWeights } from './draw.ts';
import type { DeepPlan, MatrixPlan } from './plan.ts';

/** Where a matrix and its bias stand among all parameters. */
export interface Place extends MatrixPlan {
  /** Of the weights `[outputs, inputs]`; the bias `[outputs]` follows them. */
  start: number;
  biases: number;
  end: number;
}

/** Where everything stands: layer by layer, and in a layer matrix by matrix. */
export interface Places {
  layers: readonly (readonly Place[])[];
  total: number;
}

export function placesOf({ layers }: DeepPlan): Places {
  let total = 0;
  const places = layers.map(({ matrices }) =>
    matrices.map((matrix): Place => {
      const start = total;
      const biases = start + matrix.inputs * matrix.outputs;
      total = biases + matrix.outputs;
      return { ...matrix, start, biases, end: total };
    }),
  );
  return { layers: places, total };
}

/** Where one layer begins and ends. */
export function layerRange(places: readonly Place[]): [start: number, end: number] {
  return [places[0].start, places[places.length - 1].end];
}

/** Initial weights, and biases of 0. */
export function initialParameters(
  plan: DeepPlan,
  { layers, total }: Places,
  arithmetic: Arithmetic,
): Numbers {
  const parameters = arithmetic.numbers(total);
  layers.forEach((places, l) =>
    places.forEach(({ start, biases }, m) =>
      drawWeights(plan, l, m, 0, parameters.subarray(start, biases), (x) => x),
    ),
  );
  return parameters;
}
