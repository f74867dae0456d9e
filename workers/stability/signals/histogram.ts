import type { StackActivation } from '../../../src/lib/experiment/stability/stack.ts';
import type { Numbers } from '../arithmetic.ts';

/** How the activations of one network are spread. */
export interface Histogram {
  /** Edges of the bins, rising, `[bins + 1]`. */
  edges: Float64Array<ArrayBuffer>;
  /** `[layers + 1, bins + 2]`: in each row first those below all bins, last those above, NaN nowhere. */
  counts: Uint32Array<ArrayBuffer>;
}

const bins = 40;

/** Where activations can lie; for those without bounds, four times the inputs' size. */
const bounds: Record<StackActivation, (scale: number) => [number, number]> = {
  none: (scale) => [-4 * scale, 4 * scale],
  relu: (scale) => [-4 * scale, 4 * scale],
  sigmoid: () => [0, 1],
  tanh: () => [-1, 1],
  'scaled-sigmoid': () => [-2, 2],
};

/** Empty bins for `rows` layers. `scale` is the root mean square of the inputs. */
export function emptyHistogram(
  activation: StackActivation,
  scale: number,
  rows: number,
): Histogram {
  const [low, high] = bounds[activation](scale || 1);
  return {
    edges: Float64Array.from({ length: bins + 1 }, (_, i) => low + ((high - low) * i) / bins),
    counts: new Uint32Array(rows * (bins + 2)),
  };
}

/** Counts the numbers of one layer. A bin holds its lower edge, the last one both. */
export function count({ edges, counts }: Histogram, row: number, numbers: Numbers): void {
  const low = edges[0];
  const high = edges[bins];
  const perBin = bins / (high - low);
  const start = row * (bins + 2);
  for (let i = 0; i < numbers.length; i++) {
    const x = numbers[i];
    if (x < low) counts[start]++;
    else if (x > high) counts[start + bins + 1]++;
    else if (x <= high) counts[start + 1 + Math.min(bins - 1, Math.floor((x - low) * perBin))]++;
  }
}
