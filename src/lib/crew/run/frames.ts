/** Milliseconds between two updates of the page: ten a second, whatever the number of workers. */
const interval = 100;

/**
 * Calls `update` soon after it was asked for, but not more often than every 100 ms. Uses a timer, since a
 * tab in the background has no animation frames, and still has to learn that the run is done.
 */
export class Frames {
  readonly #update: () => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #ended = false;

  constructor(update: () => void) {
    this.#update = update;
  }

  /** Some news that can wait for the next update. */
  soon(): void {
    if (this.#ended) return;
    this.#timer ??= setTimeout(() => this.now(), interval);
  }

  /** News that may not wait, such as the answer to a control. */
  now(): void {
    if (this.#ended) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#update();
  }

  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#ended = true;
  }
}
