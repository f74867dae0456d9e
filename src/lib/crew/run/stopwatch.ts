/** Most milliseconds that count between two looks: in a longer gap the machine was asleep. */
const gap = 10_000;

/** Adds up the time spent. Time is added at each look; a machine that slept in between adds `gap` at most. */
export class Stopwatch {
  readonly #now: () => number;
  #since: number | null = null;
  #milliseconds = 0;

  /** `now` in milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  get seconds(): number {
    return this.#milliseconds / 1_000;
  }

  start(): void {
    this.#since ??= this.#now();
  }

  /** Counts the time since the last look. */
  look(): void {
    if (this.#since === null) return;
    const now = this.#now();
    this.#milliseconds += Math.min(Math.max(now - this.#since, 0), gap);
    this.#since = now;
  }

  stop(): void {
    this.look();
    this.#since = null;
  }
}
