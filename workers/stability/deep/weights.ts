import type { Memory } from '../../network/host/memory.ts';
import { arithmeticOf, type Numbers } from '../tools/arithmetic.ts';
import type { LayerWeights } from './forward.ts';
import type { Places } from './parameters.ts';
import type { DeepPlan } from './plan.ts';

/** The parameters of a network as its passes take them, in matrices that are made once. */
export interface HeldWeights {
  layers: readonly LayerWeights[];
  /**
   * Rounds all parameters to the precision. The matrices are only ever left-hand ones of a product,
   * so they may be overwritten.
   */
  load(parameters: Numbers): void;
  release(): void;
}

export function heldWeights(plan: DeepPlan, places: Places, memory: Memory): HeldWeights {
  const { make, view, numbers, round, precision, release } = arithmeticOf(
    plan.spec.precision,
    memory,
  );
  const layers = places.layers.map((all) => ({
    matrices: all.map(({ inputs, outputs }) => make(outputs, inputs)),
    biases: all.map(({ outputs }) => numbers(outputs)),
  }));
  function copy(from: Numbers, to: Numbers): void {
    if (precision === 'float16') for (let i = 0; i < to.length; i++) to[i] = round(from[i]);
    else to.set(from);
  }
  return {
    layers,
    load(parameters) {
      layers.forEach(({ matrices, biases }, l) =>
        places.layers[l].forEach((place, m) => {
          copy(parameters.subarray(place.weights, place.biases), view(matrices[m]));
          copy(parameters.subarray(place.biases, place.end), biases[m]);
        }),
      );
    },
    release,
  };
}
