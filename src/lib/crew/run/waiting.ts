/** Promises that resolve once a condition holds. Call `look` whenever a condition may have become true. */
export class Waiting {
  #waiting: { when: () => boolean; go: () => void }[] = [];

  /** Resolves once `when` holds: at once where it holds already. */
  until(when: () => boolean): Promise<void> {
    if (when()) return Promise.resolve();
    return new Promise((go) => this.#waiting.push({ when, go }));
  }

  /** Resolves the promises whose condition holds. Returns whether there were any. */
  look(): boolean {
    const met = this.#waiting.filter(({ when }) => when());
    this.#waiting = this.#waiting.filter((one) => !met.includes(one));
    met.forEach(({ go }) => go());
    return met.length > 0;
  }

  /** Resolves every promise: no condition will become true any more. */
  end(): void {
    this.#waiting.splice(0).forEach(({ go }) => go());
  }
}
