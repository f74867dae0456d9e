import { batchMask } from '../../network/host/activate.ts';
import type { DeepPlan } from './plan.ts';

/**
 * What a layer keeps, 1 or 0, `[units, count]`; null where nothing is dropped. A fresh mask for every
 * layer, network, example and step.
 */
export function layerMask(
  { layers, spec }: DeepPlan,
  layer: number,
  network: number,
  step: number,
  count: number,
): Uint8Array | null {
  const { drop, matrices } = layers[layer];
  if (drop === 0) return null;
  const units = matrices[0].outputs;
  const out = new Uint8Array(units * count);
  const rule = { kind: 'fresh', seed: spec.seed } as const;
  batchMask(rule, drop, layer + 1, network, step, units, count, out);
  return out;
}
