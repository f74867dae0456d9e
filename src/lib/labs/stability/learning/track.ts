import type { LearningSeries } from '#workers/stability/learning/learning.ts';

/**
 * What the steps of one training did, as far as it has got: written in place as news comes, since a
 * whole copy for each piece of news would be many megabytes a second. Steps count from 0.
 */
export class Track {
  /** Steps that it has room for. */
  readonly steps: number;
  /** Layers with a gradient of their own, the output layer last. */
  readonly layers: number;
  /** Steps taken: what lies beyond is not to be read. */
  length = 0;
  /** Loss of each step's batch in nats, `[steps]`. */
  readonly losses: Float64Array;
  /** Norm of each layer's gradient before any cure, `[steps, layers]`. */
  readonly norms: Float64Array;
  /** Norm of the whole gradient as it was applied, `[steps]`. */
  readonly applied: Float64Array;
  /**
   * Largest difference of two units of each hidden layer after each step, `[steps, layers − 1]`, and of
   * all of them, `[steps]`; NaN where unknown.
   */
  readonly asymmetry: Float64Array;
  readonly largestAsymmetry: Float64Array;

  constructor(steps: number, layers: number) {
    this.steps = steps;
    this.layers = layers;
    this.losses = new Float64Array(steps);
    this.norms = new Float64Array(steps * layers);
    this.applied = new Float64Array(steps);
    this.asymmetry = new Float64Array(steps * (layers - 1)).fill(Number.NaN);
    this.largestAsymmetry = new Float64Array(steps).fill(Number.NaN);
  }

  /** Takes what some steps did; steps after them are forgotten. */
  take({ first, losses, norms, applied, asymmetry }: LearningSeries): void {
    this.losses.set(losses, first);
    this.norms.set(norms, first * this.layers);
    this.applied.set(applied, first);
    this.asymmetry.set(asymmetry, first * (this.layers - 1));
    for (let step = first; step < first + losses.length; step++)
      this.largestAsymmetry[step] = Math.max(...this.asymmetryAt(step));
    this.length = first + losses.length;
  }

  /** Forgets the steps from `length` on. */
  cut(length: number): void {
    this.length = Math.min(this.length, length);
  }

  /** Largest difference of two units of each hidden layer after a step, `[layers − 1]`. */
  asymmetryAt(step: number): Float64Array {
    return this.asymmetry.subarray(step * (this.layers - 1), (step + 1) * (this.layers - 1));
  }

  /** The norm of a layer's gradient, the first layer being 0. */
  norm(step: number, layer: number): number {
    return this.norms[step * this.layers + layer];
  }
}
