import { pointColumns as columns, type PointColumn } from '#lib/protocol/protocol.ts';
import type { Curves } from './types.ts';

/**
 * Curves that grow at their end. A `view` never changes once it is given out: appending costs only the new
 * points, taking points back costs a copy.
 */
export class GrowingCurves {
  #capacity = 64;
  #length = 0;
  #columns = columns.map(() => new Float64Array(this.#capacity));

  /** The step of the last point; -∞ where there is none. */
  get lastStep(): number {
    return this.#length > 0 ? this.#columns[0][this.#length - 1] : -Infinity;
  }

  /**
   * Appends points, row-major `[points, columns]`. Points at or before the last step are left out: a
   * worker that goes on from a checkpoint may tell them again.
   */
  append(points: Float64Array): void {
    for (let at = 0; at + columns.length <= points.length; at += columns.length) {
      if (points[at] <= this.lastStep) continue;
      if (this.#length === this.#capacity) this.#resize(2 * this.#capacity);
      this.#columns.forEach((column, i) => (column[this.#length] = points[at + i]));
      this.#length++;
    }
  }

  /** Takes back the points after `step`, which will be trained again. */
  backTo(step: number): void {
    while (this.lastStep > step) this.#length--;
    this.#resize(this.#capacity);
  }

  view(): Curves {
    const named = columns.map((name, i) => [name, this.#columns[i].subarray(0, this.#length)]);
    const arrays = Object.fromEntries(named) as Record<PointColumn, Float64Array>;
    return { length: this.#length, ...arrays };
  }

  #resize(capacity: number): void {
    this.#capacity = capacity;
    this.#columns = this.#columns.map((old) => {
      const grown = new Float64Array(capacity);
      grown.set(old.subarray(0, this.#length));
      return grown;
    });
  }
}
