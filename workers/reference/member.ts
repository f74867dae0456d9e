import type { EnsembleSpec } from '../network/ensemble.ts';
import { momentsOf } from '../network/ensemble.ts';
import { layoutOf, type LayerLayout } from '../network/layout.ts';

/** What one network is. An `EnsembleSpec` is one, too. */
export type MemberSpec = Pick<EnsembleSpec, 'sizes' | 'activation' | 'optimizer'>;

/** Weights and biases `[perMember]`, and the optimiser's moments, each as long. */
export interface MemberState {
  parameters: Float64Array;
  moments: Float64Array[];
}

/** The layers of one member, from the input on. */
export function layersOf(sizes: readonly number[]): readonly LayerLayout[] {
  return layoutOf(sizes, 1).layers;
}

/** One member's state: `parameters` `[perMember]` copied, moments copied or zero. */
export function memberState(
  spec: MemberSpec,
  parameters: ArrayLike<number>,
  moments?: readonly ArrayLike<number>[],
): MemberState {
  const own = Float64Array.from(parameters);
  return {
    parameters: own,
    moments: Array.from({ length: momentsOf(spec.optimizer) }, (_, i) =>
      Float64Array.from(moments?.[i] ?? new Float64Array(own.length)),
    ),
  };
}
