import type { StackActivation } from '#lib/experiment/stability/stack.ts';
import type { Numbers } from '../tools/arithmetic.ts';

/** How numbers of each layer of one network are spread. */
export interface Histogram {
  /** Edges of the bins, rising, `[bins + 1]`. */
  edges: Float64Array<ArrayBuffer>;
  /**
   * Counts `[rows, bins + 2]`: a row begins with the numbers below all bins and ends with those
   * above them; NaN is not counted.
   */
  counts: Uint32Array<ArrayBuffer>;
}

const bins = { activations: 40, preActivations: 80 };

/**
 * The range that is counted: where activations can lie, or, without bounds, four times the inputs'
 * size.
 */
const bounds: Record<StackActivation, (scale: number) => [number, number]> = {
  none: (scale) => [-4 * scale, 4 * scale],
  relu: (scale) => [-4 * scale, 4 * scale],
  sigmoid: () => [0, 1],
  tanh: () => [-1, 1],
  'scaled-sigmoid': () => [-2, 2],
};

/**
 * An empty histogram of the activations of `rows` layers. `scale` is the root mean square of the
 * inputs.
 */
export function activationHistogram(
  activation: StackActivation,
  scale: number,
  rows: number,
): Histogram {
  return emptyHistogram(bounds[activation](scale || 1), bins.activations, rows);
}

/** An empty histogram of the pre-activations of `rows` layers, from −reach to reach. */
export function preActivationHistogram(reach: number, rows: number): Histogram {
  return emptyHistogram([-reach, reach], bins.preActivations, rows);
}

function emptyHistogram([low, high]: [number, number], bins: number, rows: number): Histogram {
  return {
    edges: Float64Array.from({ length: bins + 1 }, (_, i) => low + ((high - low) * i) / bins),
    counts: new Uint32Array(rows * (bins + 2)),
  };
}

/** Counts the numbers of one layer. A bin includes its lower edge, and the last bin both edges. */
export function count({ edges, counts }: Histogram, row: number, numbers: Numbers): void {
  const bins = edges.length - 1;
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
