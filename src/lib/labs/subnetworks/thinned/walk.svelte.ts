import { reasonOf, type Reason } from '#lib/crew/hire/reason.ts';
import { exactMeans, mostDroppable } from '#lib/experiment/exact-sums.ts';
import type { VariantName } from '#lib/experiment/experiment.ts';
import type { Specimen } from '../specimen.ts';
import { Seen } from './seen.ts';

type Kept = readonly Uint8Array[];

/** Subnetworks asked for at once, and how many are known ahead of the one that is shown. */
const [batch, ahead] = [200, 50];
/** Milliseconds that an example stays chosen before its exact mean is computed. */
const settled = 300;

/** A walk from one subnetwork to the next, with what each says of one example. */
export class Walk {
  readonly specimen: Specimen;
  readonly variant: VariantName;
  readonly #sizes: number[];
  #seen: Seen;
  /** Of the question under way about this example. */
  #abort = new AbortController();
  #asking = false;
  /** The subnetwork asked for; `at` follows once its prediction is known. */
  #goal = 0;

  /** The test example that is looked at; −1 until there is one. */
  example = $state(-1);
  /** The example whose predictions are shown: the former one until those of `example` are known. */
  shown = $state(-1);
  /** Subnetworks in the running mean. The last of them is shown; at 0 the whole network is. */
  at = $state(0);
  /** A mask of the visitor's own, and what it says once that is known. */
  own = $state.raw<Kept | null>(null);
  #ownSaid = $state.raw<Float32Array | null>(null);
  off = $state.raw<Float32Array | null>(null);
  mean = $state.raw<Float64Array | null>(null);
  /** The mean over all subnetworks, where they are few enough. */
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

  /** What the network that is shown keeps; null: everything, unscaled, with dropout off. */
  get kept(): Kept | null {
    return this.own ?? this.#kept;
  }

  /** What the subnetwork that is shown says; null where none is shown, or it is not known yet. */
  get said(): Float32Array | null {
    return this.own ? this.#ownSaid : this.#said;
  }

  /** Whether all subnetworks are few enough to be averaged exactly. */
  get enumerable(): boolean {
    const { droppable, checkpoints } = this.specimen;
    const trained = checkpoints.some(({ variant }) => variant === 'dropout');
    return this.variant === 'dropout' && trained && droppable > 0 && droppable <= mostDroppable;
  }

  /** Looks at another example, with the same subnetworks. */
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

  /** The next subnetwork. */
  step(): void {
    this.own = null;
    this.#goal++;
    this.#follow();
  }

  /** Back to the subnetwork before; from the visitor's own mask, to the subnetwork it was made of. */
  back(): void {
    if (!this.own) this.#goal = Math.max(0, this.#goal - 1);
    this.own = null;
    this.#follow();
  }

  /** Back to the whole network, nothing counted. */
  begin(): void {
    this.own = null;
    this.#goal = 0;
    this.#follow();
  }

  /** Whether the walk waits for the subnetwork that it wants to show. */
  get waiting(): boolean {
    return this.#goal > this.at;
  }

  /** Keeps a dropped unit or drops a kept one: the visitor's own mask, which the mean leaves out. */
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

  /** What dropout turned off keeps: all units, but none of a layer with p = 1. */
  #whole(): Uint8Array[] {
    const { p } = this.specimen;
    return this.#sizes.map((units, l) => new Uint8Array(units).fill(p[l] === 1 ? 0 : 1));
  }

  /** Shows the subnetwork asked for as far as it is known, and asks for the next ones. */
  #follow(): void {
    const seen = this.#seen;
    this.at = Math.min(this.#goal, seen.known);
    this.#kept = this.at > 0 ? seen.keptBy(this.at - 1) : null;
    this.#said = this.at > 0 ? seen.saidBy(this.at - 1) : null;
    this.mean = seen.meanOf(this.at);
    this.off = seen.off;
    if (seen.known < this.#goal + ahead / 2) void this.#fill(seen, this.#abort.signal);
  }

  /** Asks for subnetworks until enough are known. The former example stays shown until `seen` reaches `at`. */
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
      // Another mask may have been made since.
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
