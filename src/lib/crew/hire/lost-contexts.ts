import type { Limits } from './limits.ts';

/** How often the WebGL context of a place of work was lost: again too soon, and it is not asked for a third time. */
export class LostContexts {
  readonly #limits: Limits;
  #lostAt = -Infinity;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Whether any was lost so far. */
  get any(): boolean {
    return this.#lostAt > -Infinity;
  }

  /** One was lost now, in milliseconds: whether that was too soon after another. */
  again(now: number): boolean {
    const soon = now - this.#lostAt < this.#limits.lostAgain;
    this.#lostAt = now;
    return soon;
  }
}
