/**
 * Where each weight and bias of an ensemble stands in one flat array:
 * member by member, within a member layer by layer from the input on, within a layer the weights
 * `[outputs, inputs]` row-major, then the biases `[outputs]`.
 */
export interface Layout {
  /** Units of each layer: inputs, hidden layers, classes. */
  sizes: readonly number[];
  members: number;
  layers: readonly LayerLayout[];
  /** Numbers of one member. */
  perMember: number;
  /** Numbers of all members. */
  total: number;
}

/** One layer of one member; the offsets are from the member's first number. */
export interface LayerLayout {
  inputs: number;
  outputs: number;
  weights: number;
  biases: number;
}

/** The layout of `members` networks with layers of `sizes` units (at least inputs and classes). */
export function layoutOf(sizes: readonly number[], members: number): Layout {
  const layers: LayerLayout[] = [];
  let offset = 0;
  for (let l = 1; l < sizes.length; l++) {
    const inputs = sizes[l - 1];
    const outputs = sizes[l];
    layers.push({ inputs, outputs, weights: offset, biases: offset + inputs * outputs });
    offset += inputs * outputs + outputs;
  }
  return { sizes, members, layers, perMember: offset, total: offset * members };
}

/** The weights `[outputs, inputs]` of one layer of one member, as a view. */
export function weightsOf(
  parameters: Float32Array,
  layout: Layout,
  member: number,
  layer: number,
): Float32Array {
  const { weights, biases } = layout.layers[layer];
  const start = member * layout.perMember;
  return parameters.subarray(start + weights, start + biases);
}

/** The biases `[outputs]` of one layer of one member, as a view. */
export function biasesOf(
  parameters: Float32Array,
  layout: Layout,
  member: number,
  layer: number,
): Float32Array {
  const { biases, outputs } = layout.layers[layer];
  const start = member * layout.perMember + biases;
  return parameters.subarray(start, start + outputs);
}
