import { generator } from '#lib/random/generator.ts';
import { key, streams } from '#lib/random/key.ts';
import type { Numbers } from '../tools/arithmetic.ts';
import { orthonormal } from './orthonormal.ts';
import type { DeepPlan } from './plan.ts';

/**
 * Draws one matrix of one random network into `out` `[outputs, inputs]`. Each matrix of each
 * network has a stream of its own: the m-th matrix of layer l does not depend on the depth, except
 * through its variance.
 */
export function drawWeights(
  { layers, spec }: DeepPlan,
  layer: number,
  matrix: number,
  network: number,
  out: Numbers,
  round: (x: number) => number,
): void {
  const { inputs, outputs, variance } = layers[layer].matrices[matrix];
  const random = generator(key(spec.seed, streams.initialWeights, 2 * layer + matrix, network));
  const scale = Math.sqrt(variance);
  switch (spec.initialisation) {
    case 'constant':
      out.fill(round(scale));
      return;
    case 'xavier-uniform':
      // U(±a) has variance a²/3.
      for (let i = 0; i < out.length; i++)
        out[i] = round(scale * Math.sqrt(3) * (2 * random.uniform() - 1));
      return;
    case 'orthogonal': {
      const longer = Math.max(inputs, outputs);
      const unit = orthonormal(Math.min(inputs, outputs), longer, random);
      const factor = scale * Math.sqrt(longer);
      for (let o = 0; o < outputs; o++)
        for (let i = 0; i < inputs; i++) {
          const q = outputs <= inputs ? unit[o * longer + i] : unit[i * longer + o];
          out[o * inputs + i] = round(factor * q);
        }
      return;
    }
    default:
      for (let i = 0; i < out.length; i++) out[i] = round(scale * random.normal());
  }
}
