import type { SubnetworkAnswer } from '#workers/observatory/subnetwork/subnetwork.ts';

/**
 * The subnetworks number 0, 1, 2, … and their predictions for one example. Keeps the sums of every
 * running mean, so that a step back shows exactly the mean of before.
 */
export class Seen {
  readonly #sizes: readonly number[];
  readonly #classes: number;
  readonly #kept: Uint8Array[][] = [];
  readonly #probabilities: Float32Array[] = [];
  /** Sum of the first n predictions for each n, `[classes]` each, in float64. */
  readonly #sums: Float64Array[];
  off: Float32Array | null = null;

  /** `sizes`: units of the input and of each hidden layer. */
  constructor(sizes: readonly number[], classes: number) {
    this.#sizes = sizes;
    this.#classes = classes;
    this.#sums = [new Float64Array(classes)];
  }

  /** How many subnetworks are known: numbers 0 to known − 1. */
  get known(): number {
    return this.#probabilities.length;
  }

  /** Adds the subnetworks that follow the known ones. */
  take({ kept, probabilities, off }: SubnetworkAnswer): void {
    const count = probabilities.length / this.#classes;
    const part = <A extends Uint8Array | Float32Array>(all: A, i: number, size: number) =>
      all.subarray(i * size, (i + 1) * size) as A;
    for (let i = 0; i < count; i++) {
      const one = part(probabilities, i, this.#classes);
      const before = this.#sums[this.known];
      this.#kept.push(kept.map((bits, l) => part(bits, i, this.#sizes[l])));
      this.#probabilities.push(one);
      this.#sums.push(before.map((sum, c) => sum + one[c]));
    }
    this.off = off;
  }

  /** The units that subnetwork `index` keeps, layer by layer from the input on. */
  keptBy(index: number): readonly Uint8Array[] {
    return this.#kept[index];
  }

  /** The prediction of subnetwork `index`, `[classes]`. */
  saidBy(index: number): Float32Array {
    return this.#probabilities[index];
  }

  /** The arithmetic mean of the first `count` predictions, `[classes]`; null if `count` is 0. */
  meanOf(count: number): Float64Array | null {
    return count > 0 ? this.#sums[count].map((sum) => sum / count) : null;
  }
}

/** The largest difference between two predictions in the probability of any class. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let most = 0;
  for (let c = 0; c < a.length; c++) most = Math.max(most, Math.abs(a[c] - b[c]));
  return most;
}
