import type { EnsembleSpec } from '../ensemble.ts';
import { weightsOf, type Layout } from '../layout.ts';
import type { Matrix, Memory } from './memory.ts';
import { transpose } from './transpose.ts';

/** The networks of an ensemble: all weights and biases, in the order of `layout`, and where products are made. */
export interface Networks {
  spec: EnsembleSpec;
  layout: Layout;
  parameters: Float32Array<ArrayBuffer>;
  memory: Memory;
}

/** The weights `[outputs, inputs]` of layer `l` of one member as a matrix of their own. */
export function weightMatrix(networks: Networks, member: number, l: number): Matrix {
  const { layout, parameters, memory } = networks;
  const { inputs, outputs } = layout.layers[l];
  const matrix = memory.make(outputs, inputs);
  memory.view(matrix).set(weightsOf(parameters, layout, member, l));
  return matrix;
}

/** The transpose of `weightMatrix`, `[inputs, outputs]`. */
export function transposedWeights(networks: Networks, member: number, l: number): Matrix {
  const { layout, parameters, memory } = networks;
  const { inputs, outputs } = layout.layers[l];
  const matrix = memory.make(inputs, outputs);
  transpose(weightsOf(parameters, layout, member, l), outputs, inputs, memory.view(matrix));
  return matrix;
}

/** First-layer weights of all members, `[members · outputs, inputs]`. */
export function firstWeights({ layout, parameters, memory }: Networks): Matrix {
  const { inputs, outputs } = layout.layers[0];
  const matrix = memory.make(layout.members * outputs, inputs);
  const view = memory.view(matrix);
  for (let m = 0; m < layout.members; m++) {
    view.set(weightsOf(parameters, layout, m, 0), m * outputs * inputs);
  }
  return matrix;
}
