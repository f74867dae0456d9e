import type { Numbers } from '../tools/arithmetic.ts';
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

/** Draws the initial weights; the biases begin, and stay here, at 0. */
export function drawParameters(plan: DeepPlan, { layers }: Places, parameters: Numbers): void {
  layers.forEach((places, l) =>
    places.forEach(({ start, biases }, m) =>
      drawWeights(plan, l, m, 0, parameters.subarray(start, biases), (x) => x),
    ),
  );
}
