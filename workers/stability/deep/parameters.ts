import type { LayerLayout } from '../../network/layout.ts';
import type { Numbers } from '../tools/arithmetic.ts';
import { drawWeights } from './draw.ts';
import type { DeepPlan, MatrixPlan } from './plan.ts';

/** Where a matrix `[outputs, inputs]` and, behind it, its bias `[outputs]` stand among all parameters. */
export interface Place extends MatrixPlan, LayerLayout {
  end: number;
}

/** The places of all parameters: layer by layer, and within a layer matrix by matrix. */
export interface Places {
  layers: readonly (readonly Place[])[];
  total: number;
}

export function placesOf({ layers }: DeepPlan): Places {
  let total = 0;
  const places = layers.map(({ matrices }) =>
    matrices.map((matrix): Place => {
      const weights = total;
      const biases = weights + matrix.inputs * matrix.outputs;
      total = biases + matrix.outputs;
      return { ...matrix, weights, biases, end: total };
    }),
  );
  return { layers: places, total };
}

/** Where one layer begins and ends. */
export function layerRange(places: readonly Place[]): [start: number, end: number] {
  return [places[0].weights, places[places.length - 1].end];
}

/** Draws the initial weights; the biases begin, and stay here, at 0. */
export function drawParameters(plan: DeepPlan, { layers }: Places, parameters: Numbers): void {
  layers.forEach((places, l) =>
    places.forEach(({ weights, biases }, m) =>
      drawWeights(plan, l, m, 0, parameters.subarray(weights, biases), (x) => x),
    ),
  );
}
