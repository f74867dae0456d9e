import type { StackActivation } from '../../../experiment/stability/stack.ts';
import type { StackSpec } from '../../../experiment/stability/stack.ts';
import type { Histogram } from '#workers/stability/signals/histogram.ts';

/** How the pre-activations of a layer are spread. */
export interface PreActivations {
  /** Edges of the bins, rising and finite, `[bins + 1]`. */
  edges: number[];
  /** The share of all pre-activations in each bin, `[bins]`. */
  shares: number[];
  /** The shares below the first edge and above the last one. */
  below: number;
  above: number;
}

/** What undoes each activation. That of the ReLU is known above 0 alone. */
const inverse: Record<StackActivation, (a: number) => number> = {
  none: (a) => a,
  relu: (a) => (a > 0 ? a : Number.NaN),
  sigmoid: (a) => Math.log(a / (1 - a)),
  tanh: Math.atanh,
  'scaled-sigmoid': (a) => 2 * Math.atanh(a / 2),
};

/** Whether what leaves a layer is its activation, from which the pre-activation can be told. */
export function canInvert({ residual, drop }: Pick<StackSpec, 'residual' | 'drop'>): boolean {
  return residual === 'none' && drop === 0;
}

/**
 * The pre-activations z of a layer from the histogram of its activations φ(z): as φ rises, a bin of φ(z)
 * is one of z, between the edges that φ⁻¹ gives. Bins with an edge at infinity, and of the ReLU the one
 * that holds its zeros, are counted as beyond. Null where no number of the layer is finite.
 *
 * @param layer counted from 1
 */
export function preActivationsOf(
  { edges, counts }: Histogram,
  layer: number,
  activation: StackActivation,
): PreActivations | null {
  const bins = edges.length - 1;
  const row = counts.subarray(layer * (bins + 2), (layer + 1) * (bins + 2));
  const total = row.reduce((sum, n) => sum + n, 0);
  if (total === 0) return null;
  const undone = Array.from(edges, (edge) => inverse[activation](edge));
  const first = undone.findIndex(Number.isFinite);
  const last = undone.findLastIndex(Number.isFinite);
  const share = (from: number, to: number) =>
    row.subarray(from, to).reduce((sum, n) => sum + n, 0) / total;
  return {
    edges: undone.slice(first, last + 1),
    // In the row the bins begin at 1: before them is what lies below all.
    shares: Array.from(row.subarray(1 + first, 1 + last), (n) => n / total),
    below: share(0, 1 + first),
    above: share(1 + last, bins + 2),
  };
}

/** A share that bins leave undecided. */
export interface Share {
  /** Taking each bin to be filled evenly, and nothing beyond the bins to be inside. */
  about: number;
  /** What the bins allow. */
  least: number;
  most: number;
}

/** The share of pre-activations in a stretch; an end at ±Infinity holds what lies beyond the bins, too. */
export function shareWithin(
  { edges, shares, below, above }: PreActivations,
  [low, high]: readonly [number, number],
): Share {
  const out: Share = { about: 0, least: 0, most: 0 };
  shares.forEach((share, i) => {
    const [from, to] = [edges[i], edges[i + 1]];
    const inside = Math.min(to, high) - Math.max(from, low);
    if (inside <= 0) return;
    out.about += share * (inside / (to - from));
    out.most += share;
    if (inside === to - from) out.least += share;
  });
  for (const [share, whole, part] of [
    [below, low === -Infinity, low < edges[0]],
    [above, high === Infinity, high > edges[edges.length - 1]],
  ] as const) {
    if (whole) out.about += share;
    if (whole) out.least += share;
    if (part) out.most += share;
  }
  return out;
}
