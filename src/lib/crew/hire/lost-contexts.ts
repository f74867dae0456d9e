import type { Limits } from './limits.ts';

/** Decides whether WebGL is worth another try after its context was lost: not when two losses are close. */
export class LostContexts {
  readonly #limits: Limits;
  #lostAt = -Infinity;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Whether a context was lost so far. */
  get any(): boolean {
    return this.#lostAt > -Infinity;
  }

  /** Notes a loss at `now`, in milliseconds. Returns whether it came too soon after the one before. */
  again(now: number): boolean {
    const soon = now - this.#lostAt < this.#limits.lostAgain;
    this.#lostAt = now;
    return soon;
  }
}
