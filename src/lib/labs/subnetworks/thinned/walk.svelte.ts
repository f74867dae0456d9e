import { reasonOf, type Reason } from '#lib/crew/hire/reason.ts';
import { exactMeans, mostDroppable } from '#lib/experiment/exact-sums.ts';
import type { VariantName } from '#lib/experiment/experiment.ts';
import type { Specimen } from '../specimen.ts';
import { Seen } from './seen.ts';

type Kept = readonly Uint8Array[];

/** Most subnetworks in one question, and how many to know beyond the one asked for. */
const [batch, ahead] = [200, 50];
/** Milliseconds that an example has to stay chosen before its exact mean is computed. */
const settled = 300;

/** A walk through the subnetworks of a network, with the prediction of each for one example. */
export class Walk {
  readonly specimen: Specimen;
  readonly variant: VariantName;
  readonly #sizes: number[];
  #seen: Seen;
  /** Aborts the questions about the current example. */
  #abort = new AbortController();
  #asking = false;
  /** The number of subnetworks to show; `at` follows once their predictions are known. */
  #goal = 0;

  /** Index of the current test example; −1 until one is chosen. */
  example = $state(-1);
  /**
   * The example whose predictions are shown: the previous one until those of `example` are known.
   */
  shown = $state(-1);
  /** Subnetworks in the running mean, the last of which is shown; at 0 the whole network is. */
  at = $state(0);
  /** A mask made by the visitor, and its prediction once known. */
  own = $state.raw<Kept | null>(null);
  #ownSaid = $state.raw<Float32Array | null>(null);
  off = $state.raw<Float32Array | null>(null);
  mean = $state.raw<Float64Array | null>(null);
  /** The exact mean over all subnetworks, if they are few enough. */
  exact = $state.raw<Float64Array | null>(null);
  failure = $state.raw<Reason | null>(null);
  #kept = $state.raw<Kept | null>(null);
  #said = $state.raw<Float32Array | null>(null);

  constructor(specimen: Specimen, variant: VariantName) {
    this.specimen = specimen;
    this.variant = variant;
    this.#sizes = specimen.sizes.slice(0, -1);
    this.#seen = this.#anew();
  }

  /** The units that the network shown keeps; null if all, unscaled, with dropout off. */
  get kept(): Kept | null {
    return this.own ?? this.#kept;
  }

  /** The prediction of the subnetwork shown; null if none is shown, or until it is known. */
  get said(): Float32Array | null {
    return this.own ? this.#ownSaid : this.#said;
  }

  /** Whether the subnetworks are few enough to be averaged exactly. */
  get enumerable(): boolean {
    const { droppable, checkpoints } = this.specimen;
    const trained = checkpoints.some(({ variant }) => variant === 'dropout');
    return this.variant === 'dropout' && trained && droppable > 0 && droppable <= mostDroppable;
  }

  /** Changes to another example, with the same subnetworks. */
  look(example: number): void {
    if (example === this.example) return;
    this.example = example;
    this.exact = null;
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#asking = false;
    void this.#fill(this.#anew(), this.#abort.signal);
    if (this.own) void this.#ask(this.own);
    if (this.enumerable) void this.#average(example, this.#abort.signal);
  }

  /** Goes on to the next subnetwork. */
  step(): void {
    this.own = null;
    this.#goal++;
    this.#follow();
  }

  /**
   * Goes back to the previous subnetwork or, from a visitor's mask, to the one it was made from.
   */
  back(): void {
    if (!this.own) this.#goal = Math.max(0, this.#goal - 1);
    this.own = null;
    this.#follow();
  }

  /** Goes back to the whole network, with nothing in the mean. */
  begin(): void {
    this.own = null;
    this.#goal = 0;
    this.#follow();
  }

  /** Whether the subnetwork to show is still being asked for. */
  get waiting(): boolean {
    return this.#goal > this.at;
  }

  /**
   * Drops or restores a unit. The mask is then the visitor's own and does not count in the mean.
   */
  toggle(layer: number, unit: number): void {
    const from = this.kept ?? this.#whole();
    if (!this.own) this.#ownSaid = null;
    const mask = from.map((bits) => bits.slice());
    mask[layer][unit] = 1 - mask[layer][unit];
    this.own = mask;
    void this.#ask(mask);
  }

  dispose(): void {
    this.#abort.abort();
  }

  #anew(): Seen {
    return new Seen(this.#sizes, this.specimen.data.classes.length);
  }

  /** The units kept with dropout off: all of them, except in layers with p = 1. */
  #whole(): Uint8Array[] {
    const { p } = this.specimen;
    return this.#sizes.map((units, l) => new Uint8Array(units).fill(p[l] === 1 ? 0 : 1));
  }

  /** Shows the subnetwork asked for, or the last one known before it, and asks for more. */
  #follow(): void {
    const seen = this.#seen;
    this.at = Math.min(this.#goal, seen.known);
    this.#kept = this.at > 0 ? seen.keptBy(this.at - 1) : null;
    this.#said = this.at > 0 ? seen.saidBy(this.at - 1) : null;
    this.mean = seen.meanOf(this.at);
    this.off = seen.off;
    if (seen.known < this.#goal + ahead / 2) void this.#fill(seen, this.#abort.signal);
  }

  /**
   * Asks for subnetworks until enough are known. The previous example stays on show until the new
   * one has as many as are shown.
   */
  async #fill(seen: Seen, signal: AbortSignal): Promise<void> {
    if (this.#asking || this.example < 0) return;
    this.#asking = true;
    const { specimen, variant, example } = this;
    try {
      while (seen.known < this.#goal + ahead && !signal.aborted) {
        const count = Math.min(batch, this.#goal + ahead - seen.known);
        const job = { variant, example, mask: seen.known, count };
        const answer = await specimen.ask('subnetwork', job, { signal });
        if (signal.aborted) return;
        seen.take(answer);
        if (seen.known < this.at) continue;
        this.#seen = seen;
        this.shown = example;
        this.#follow();
      }
    } catch (error) {
      if (!signal.aborted) this.failure = reasonOf(error);
    } finally {
      if (!signal.aborted) this.#asking = false;
    }
  }

  async #ask(mask: Kept): Promise<void> {
    const { specimen, variant, example } = this;
    const { signal } = this.#abort;
    try {
      const answer = await specimen.ask('subnetwork', { variant, example, mask }, { signal });
      // The visitor may have changed the mask meanwhile.
      if (!signal.aborted && this.own === mask) this.#ownSaid = answer.probabilities;
    } catch (error) {
      if (!signal.aborted) this.failure = reasonOf(error);
    }
  }

  async #average(example: number, signal: AbortSignal): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, settled));
    if (signal.aborted) return;
    const { inputs, test, classes } = this.specimen.data;
    const row = test.rows.slice(example * inputs, (example + 1) * inputs);
    try {
      const sums = await this.specimen.exactly(row, { signal });
      if (!signal.aborted) this.exact = exactMeans(sums, classes.length).arithmetic.map(Math.exp);
    } catch (error) {
      if (!signal.aborted) this.failure = reasonOf(error);
    }
  }
}
