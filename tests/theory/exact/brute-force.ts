import { droppableUnits, type ExactProblem } from '#lib/experiment/exact-sums.ts';
import type { OpenBackend } from '#workers/backend.ts';
import { drawSubnetwork } from '#workers/averaging/draws.ts';
import { keptScale } from '#workers/network/masks.ts';
import { layoutOf, weightsOf } from '#workers/network/layout.ts';

/**
 * Averages over all subnetworks by a loop over masks on a backend: every mask is a network of its own,
 * whose dropped units have outgoing weights of 0, and the ensemble predicts many of them side by side.
 * Nothing is shared with the exact sums but the network. Only hidden layers may drop.
 */
export interface BruteForce {
  /** Σ P(m) · probability, `[count, classes]`. */
  mean: Float64Array;
  /** The mean of as many random draws as were asked for, and Σ P(m) · probability², `[count, classes]`. */
  sampled: Float64Array;
  squares: Float64Array;
}

/** Networks that are predicted side by side. */
const atOnce = 256;

export async function bruteForce(
  { sizes, p, activation, parameters, rows, count }: ExactProblem,
  { ensemble: open }: OpenBackend,
  draws: { count: number; seed: number },
): Promise<BruteForce> {
  const subnetworks = 2 ** droppableUnits(sizes, p);
  const size = count * sizes[sizes.length - 1];
  const one = layoutOf(sizes, 1);
  const many = layoutOf(sizes, atOnce);
  const masks = { kind: 'none' } as const;
  // As large a batch as is held at once: WebGL arranges its textures for the batch.
  const ensemble = open({
    sizes,
    members: atOnce,
    activation,
    optimizer: 'sgd',
    batch: count,
    masks,
  });
  if (ensemble.largestHold < count) throw new RangeError(`${count} rows cannot be held at once.`);
  const held = ensemble.hold(rows, count);
  const drawn = countDraws(sizes, p, draws, subnetworks);
  const sums: BruteForce = {
    mean: new Float64Array(size),
    sampled: new Float64Array(size),
    squares: new Float64Array(size),
  };

  for (let first = 0; first < subnetworks; first += atOnce) {
    const all = new Float32Array(many.total);
    const weights: number[] = [];
    for (let m = 0; m < atOnce; m++) {
      all.set(parameters, m * one.perMember);
      let weight = 1;
      let rest = first + m;
      for (let layer = 1; layer < p.length; layer++) {
        const outgoing = weightsOf(all, many, m, layer);
        for (let unit = 0; unit < sizes[layer]; unit++, rest >>>= 1) {
          const kept = rest & 1;
          weight *= kept ? 1 - p[layer] : p[layer];
          const factor = kept ? keptScale(p[layer]) : 0;
          for (let o = 0; o < sizes[layer + 1]; o++) outgoing[o * sizes[layer] + unit] *= factor;
        }
      }
      weights.push(weight);
    }
    ensemble.write({ parameters: all });
    const logProbabilities = await ensemble.predict(held);
    for (let m = 0; m < atOnce; m++) {
      const share = drawn[first + m] / draws.count;
      for (let i = 0; i < size; i++) {
        const probability = Math.exp(logProbabilities[m * size + i]);
        sums.mean[i] += weights[m] * probability;
        sums.sampled[i] += share * probability;
        sums.squares[i] += weights[m] * probability ** 2;
      }
    }
  }
  held.release();
  ensemble.dispose();
  return sums;
}

/** How often each mask is met among random subnetworks; a mask is a number, its first unit lowest. */
function countDraws(
  sizes: readonly number[],
  p: readonly number[],
  { count, seed }: { count: number; seed: number },
  subnetworks: number,
): Int32Array {
  const times = new Int32Array(subnetworks);
  for (let index = 0; index < count; index++) {
    let mask = 0;
    let shift = 0;
    drawSubnetwork(sizes, p, seed, index).kept.forEach((kept, layer) => {
      if (layer === 0) return;
      for (const unit of kept ?? []) mask |= 1 << (shift + unit);
      shift += sizes[layer];
    });
    times[mask]++;
  }
  return times;
}
