/** Beats into which the limit is divided. */
const beats = 6;

/**
 * Waits for news, and calls `gone` once when none came for about `limit` milliseconds. The beats of a timer
 * are counted, and no clock is read: a phone that sleeps has no beats, so that sleep is not taken for silence.
 */
export class Patience {
  readonly #beat: number;
  readonly #timer: ReturnType<typeof setInterval>;
  #allowed = beats;
  #silent = 0;

  constructor(limit: number, gone: () => void) {
    this.#beat = limit / beats;
    this.#timer = setInterval(() => {
      if (++this.#silent < this.#allowed) return;
      this.end();
      gone();
    }, this.#beat);
  }

  /** News came: the wait for the next begins anew. */
  news(): void {
    this.#silent = 0;
  }

  /** Waits for at least `limit` milliseconds from now on, and never for less than at the start. */
  stretch(limit: number): void {
    this.#allowed = Math.max(beats, Math.ceil(limit / this.#beat));
  }

  end(): void {
    clearInterval(this.#timer);
  }
}
