import type { LearningSeries } from '#workers/stability/learning/learning.ts';

/**
 * The figures of each step of one training so far. Steps count from 0. Written in place, since
 * copying everything for each piece of news would cost many megabytes a second.
 */
export class Track {
  /** Steps that the arrays have room for. */
  readonly steps: number;
  /** Layers with a gradient of their own, the output layer last. */
  readonly layers: number;
  /** Steps taken so far; entries beyond are not valid. */
  length = 0;
  /** Loss of each step's batch in nats, `[steps]`. */
  readonly losses: Float64Array;
  /** Norm of each layer's gradient before any cure, `[steps, layers]`. */
  readonly norms: Float64Array;
  /** Norm of the whole gradient as it was applied, `[steps]`. */
  readonly applied: Float64Array;
  /**
   * Largest difference between two units of a layer after each step: for each hidden layer,
   * `[steps, layers − 1]`, and the maximum over these layers, `[steps]`. NaN where unknown.
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

  /** Takes the figures of steps from `first` on, and forgets any steps after them. */
  take({ first, losses, norms, applied, asymmetry }: LearningSeries): void {
    this.losses.set(losses, first);
    this.norms.set(norms, first * this.layers);
    this.applied.set(applied, first);
    this.asymmetry.set(asymmetry, first * (this.layers - 1));
    for (let step = first; step < first + losses.length; step++)
      this.largestAsymmetry[step] = Math.max(...this.asymmetryAt(step));
    this.length = first + losses.length;
  }

  /** Forgets the steps from number `length` on. */
  cut(length: number): void {
    this.length = Math.min(this.length, length);
  }

  /** Largest difference between two units of each hidden layer after a step, `[layers − 1]`. */
  asymmetryAt(step: number): Float64Array {
    return this.asymmetry.subarray(step * (this.layers - 1), (step + 1) * (this.layers - 1));
  }

  /** The norm of a layer's gradient at a step; layers count from 0. */
  norm(step: number, layer: number): number {
    return this.norms[step * this.layers + layer];
  }
}
