import { generator, type Generator } from '../../../src/lib/random/generator.ts';
import { key, streams } from '../../../src/lib/random/key.ts';
import type { Numbers } from '../arithmetic.ts';
import type { DeepPlan } from './plan.ts';

/**
 * Draws one matrix of one random network into `out` `[outputs, inputs]`. Each matrix of each network has
 * a stream of its own: the m-th of layer l is the same whatever the depth, where its variance is.
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
      const unit = orthonormal(Math.min(inputs, outputs), Math.max(inputs, outputs), random);
      const factor = scale * Math.sqrt(Math.max(inputs, outputs));
      for (let o = 0; o < outputs; o++)
        for (let i = 0; i < inputs; i++) {
          const q = outputs <= inputs ? unit[o][i] : unit[i][o];
          out[o * inputs + i] = round(factor * q);
        }
      return;
    }
    default:
      for (let i = 0; i < out.length; i++) out[i] = round(scale * random.normal());
  }
}

/**
 * `count` orthonormal vectors of `length` ≥ count numbers, every such set equally likely (Haar): normal
 * vectors, each made orthogonal to those before it (modified Gram and Schmidt; Stewart 1980 has why the
 * outcome is uniform).
 */
function orthonormal(count: number, length: number, random: Generator): Float64Array[] {
  const vectors: Float64Array[] = [];
  for (let v = 0; v < count; v++) {
    const own = new Float64Array(length);
    for (let i = 0; i < length; i++) own[i] = random.normal();
    for (const other of vectors) {
      let along = 0;
      for (let i = 0; i < length; i++) along += own[i] * other[i];
      for (let i = 0; i < length; i++) own[i] -= along * other[i];
    }
    let squares = 0;
    for (let i = 0; i < length; i++) squares += own[i] * own[i];
    const norm = Math.sqrt(squares);
    for (let i = 0; i < length; i++) own[i] /= norm;
    vectors.push(own);
  }
  return vectors;
}
