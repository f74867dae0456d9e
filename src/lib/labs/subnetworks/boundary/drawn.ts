import type { BoundaryDraws } from '#workers/observatory/boundary/draws.ts';

/** Results for the first k subnetworks. The arrays are views into the worker's blocks. */
export interface Draw {
  /** Probabilities of subnetwork number k alone, `[points, classes]`. */
  member: Float32Array;
  /** Mean of the first k, `[points, classes]`. */
  mean: Float32Array;
  /** Standard deviation over the first k, `[points]`. */
  spread: Float32Array;
}

/** How many subnetworks are kept at most, and how many 4-byte numbers they may take. */
const mostDraws = 500;
const room = 16_000_000;

/** How many subnetworks are kept: 500, or as many as 64 MB hold. */
export function drawsKept(points: number, classes: number): number {
  return Math.max(1, Math.min(mostDraws, Math.floor(room / (points * (2 * classes + 1)))));
}

/** Collects subnetworks as the worker sends them, block by block, without copying. */
export class Drawn {
  readonly #points: number;
  readonly #classes: number;
  readonly #blocks: BoundaryDraws[] = [];
  /** How many subnetworks are there without a gap from the first. */
  count = 0;

  constructor(points: number, classes: number) {
    this.#points = points;
    this.#classes = classes;
  }

  /**
   * Adds a block. Blocks may come out of order: the last one is the worker's answer and may
   * overtake one that was sent as news.
   */
  add(block: BoundaryDraws): void {
    this.#blocks.push(block);
    this.#blocks.sort((a, b) => a.first - b.first);
    this.count = 0;
    for (const { first, count } of this.#blocks) if (first === this.count) this.count += count;
  }

  /** Results for the first k subnetworks, 1 ≤ k ≤ `count`. Throws a RangeError for any other k. */
  at(k: number): Draw {
    const block = this.#blocks.find(({ first, count }) => k > first && k <= first + count);
    if (!block) throw new RangeError(`expected k from 1 to ${this.count}, got ${k}`);
    const i = k - 1 - block.first;
    const size = this.#points * this.#classes;
    return {
      member: block.members.subarray(i * size, (i + 1) * size),
      mean: block.means.subarray(i * size, (i + 1) * size),
      spread: block.spreads.subarray(i * this.#points, (i + 1) * this.#points),
    };
  }
}
