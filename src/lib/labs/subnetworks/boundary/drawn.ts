import type { BoundaryDraws } from '#workers/observatory/boundary/draws.ts';

/** What there is of the first k subnetworks; the arrays are views. */
export interface Draw {
  /** Probabilities of the k-th alone, `[points, classes]`. */
  member: Float32Array;
  /** Their mean, `[points, classes]`. */
  mean: Float32Array;
  /** Their standard deviation, `[points]`. */
  spread: Float32Array;
}

/** Subnetworks kept at once, and the memory that they may take, in numbers of four bytes. */
const mostDraws = 500;
const room = 16_000_000;

/** How many subnetworks are kept: 500, or as many as 64 MB hold. */
export function drawsKept(points: number, classes: number): number {
  return Math.max(1, Math.min(mostDraws, Math.floor(room / (points * (2 * classes + 1)))));
}

/** Subnetworks as they come from the worker, block by block; nothing is copied. */
export class Drawn {
  readonly #points: number;
  readonly #classes: number;
  readonly #blocks: BoundaryDraws[] = [];
  /** How many there are, without a gap. */
  count = 0;

  constructor(points: number, classes: number) {
    this.#points = points;
    this.#classes = classes;
  }

  /** The last block, the answer, may overtake one that was told. */
  add(block: BoundaryDraws): void {
    this.#blocks.push(block);
    this.#blocks.sort((a, b) => a.first - b.first);
    this.count = 0;
    for (const { first, count } of this.#blocks) if (first === this.count) this.count += count;
  }

  /** Of the first k, 1 ≤ k ≤ count. */
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
