import { reasonOf, type Reason } from '#lib/crew/hire/reason.ts';
import { mostDroppable } from '#lib/experiment/exact-sums.ts';
import type { BoundaryAnswer } from '#workers/observatory/boundary/boundary.ts';
import type { Specimen } from '../specimen.ts';
import { Drawn, drawsKept } from './drawn.ts';
import { gridOver, placesOf, type PlaneGrid } from './plane-grid.ts';

/** The state of the exact mean. `share` is the part of the work done so far, in [0, 1]. */
export type ExactState =
  | { kind: 'waiting' }
  | { kind: 'impossible' }
  | { kind: 'computing'; share: number }
  | { kind: 'stopped' }
  /** `mean` is `[points, classes]`. */
  | { kind: 'done'; mean: Float64Array };

/** Everything that the six maps show of a specimen with two inputs, as the workers deliver it. */
export class BoundaryStudy {
  readonly grid: PlaneGrid;
  readonly classes: number;
  /** How many subnetworks are drawn in all. */
  readonly draws: number;
  readonly #specimen: Specimen;
  readonly #places: Float32Array<ArrayBuffer>;
  readonly #drawn: Drawn;
  readonly #home = new AbortController();
  #exactly = new AbortController();
  #begun = false;

  whole = $state.raw<BoundaryAnswer | null>(null);
  /** How many subnetworks have been drawn so far. */
  available = $state(0);
  exact = $state.raw<ExactState>({ kind: 'waiting' });
  failure = $state.raw<Reason | null>(null);
  /** The k that was asked for. `k` is less while fewer subnetworks are available. */
  wanted = $state(10);
  readonly k = $derived(Math.min(this.wanted, this.available));
  readonly now = $derived.by(() => (this.k > 0 ? this.#drawn.at(this.k) : null));
  /** Deviations over all subnetworks so far, `[points]`, which vary less than those over k. */
  readonly steadiest = $derived.by(() =>
    this.available > 0 ? this.#drawn.at(this.available).spread : null,
  );

  constructor(specimen: Specimen) {
    this.#specimen = specimen;
    this.grid = gridOver(specimen.data);
    this.classes = specimen.data.classes.length;
    this.#places = placesOf(this.grid);
    const points = this.#places.length / 2;
    this.draws = drawsKept(points, this.classes);
    this.#drawn = new Drawn(points, this.classes);
    if (specimen.droppable > mostDroppable) this.exact = { kind: 'impossible' };
  }

  /**
   * Starts the computation, once. The quickest maps come first, so that there is something to see.
   */
  async begin(): Promise<void> {
    if (this.#begun) return;
    this.#begun = true;
    const { signal } = this.#home;
    const rows = this.#places;
    try {
      const whole = await this.#specimen.ask('boundary', { rows }, { signal });
      if (signal.aborted) return;
      this.whole = whole;
      const job = { rows, draws: this.draws };
      const last = await this.#specimen.ask('boundaryDraws', job, {
        signal,
        tell: (block) => this.#take(block),
      });
      this.#take(last);
      if (!signal.aborted) await this.average();
    } catch (error) {
      if (!signal.aborted) this.failure = reasonOf(error);
    }
  }

  #take(block: Parameters<Drawn['add']>[0]): void {
    if (block.count === 0 || this.#home.signal.aborted) return;
    this.#drawn.add(block);
    this.available = this.#drawn.count;
  }

  /** Computes the exact mean unless that is impossible, under way or done. */
  async average(): Promise<void> {
    if (this.exact.kind !== 'waiting' && this.exact.kind !== 'stopped') return;
    this.exact = { kind: 'computing', share: 0 };
    this.#exactly = new AbortController();
    const { signal } = this.#exactly;
    try {
      const { arithmetic, weight } = await this.#specimen.exactly(this.#places, {
        signal,
        progress: (done, chunks) => {
          if (!signal.aborted) this.exact = { kind: 'computing', share: done / chunks };
        },
      });
      if (!signal.aborted)
        this.exact = { kind: 'done', mean: arithmetic.map((sum) => sum / weight) };
    } catch (error) {
      if (signal.aborted) return;
      this.exact = { kind: 'stopped' };
      this.failure = reasonOf(error);
    }
  }

  stopAveraging(): void {
    this.#exactly.abort();
    if (this.exact.kind === 'computing') this.exact = { kind: 'stopped' };
  }

  dispose(): void {
    this.#home.abort();
    this.#exactly.abort();
  }
}
