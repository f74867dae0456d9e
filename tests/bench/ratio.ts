import type { Timed } from './contestant.ts';

/** How much longer one took than another, from times measured in the same rounds. */
export interface Ratio {
  /** Median of the paired ratios. */
  ratio: number;
  /** Their 2.5% and 97.5% points. */
  spread: [low: number, high: number];
}

/** `above` over `below`, round by round. */
export function pairedRatio(above: Timed, below: Timed): Ratio {
  const ratios = above.times.map((time, round) => time / below.times[round]);
  return {
    ratio: quantile(ratios, 0.5),
    spread: [quantile(ratios, 0.025), quantile(ratios, 0.975)],
  };
}

/** The share `q` of `numbers` lies below it; linear between neighbours. */
export function quantile(numbers: readonly number[], q: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = q * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.ceil(at);
  return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
}
