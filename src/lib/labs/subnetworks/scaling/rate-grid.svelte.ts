import { SvelteMap } from 'svelte/reactivity';
import type { ScalingAnswer } from '#workers/observatory/scaling/scaling.ts';
import { reasonOf, type Reason } from '#lib/crew/hire/reason.ts';
import type { Specimen } from '../specimen.ts';
import { atRate, rates, ratesAtEnd } from './at-rate.ts';

/** A dropout network for each drop probability of the grid, trained on demand. */
export class RateGrid {
  readonly #specimen: Specimen;
  #abort: AbortController | null = null;
  /** The answers so far, by drop probability. */
  readonly points = new SvelteMap<number, ScalingAnswer>();
  /** Why a network could not be trained or evaluated, by drop probability. */
  readonly failures = new SvelteMap<number, Reason>();
  running = $state(false);

  constructor(specimen: Specimen) {
    this.#specimen = specimen;
  }

  /** Trains the missing networks, two at a time if there are enough cores. */
  async start(): Promise<void> {
    if (this.running) return;
    const abort = (this.#abort = new AbortController());
    this.running = true;
    this.failures.clear();
    const waiting = rates.filter((p) => !this.points.has(p));
    const hands = Math.max(1, Math.min(2, (navigator.hardwareConcurrency || 1) - 1));
    const work = async () => {
      for (let p = waiting.shift(); p !== undefined && !abort.signal.aborted; p = waiting.shift())
        await this.#train(p, abort.signal);
    };
    await Promise.all(Array.from({ length: hands }, work));
    if (this.#abort === abort) this.running = false;
  }

  /** Ends the trainings under way and keeps the answers so far. */
  stop(): void {
    this.#abort?.abort();
    this.running = false;
  }

  async #train(p: number, signal: AbortSignal): Promise<void> {
    try {
      const experiment = atRate(this.#specimen.experiment, p);
      const { checkpoint } = await this.#specimen.train(experiment, 'dropout', signal);
      const job = { parameters: checkpoint.parameters, p: ratesAtEnd(experiment) };
      const answer = await this.#specimen.ask('scaling', job, { signal });
      if (!signal.aborted) this.points.set(p, answer);
    } catch (error) {
      if (!signal.aborted) this.failures.set(p, reasonOf(error));
    }
  }
}
