/** Those who wait until something holds. Somebody has to call `look` whenever it may have come about. */
export class Waiting {
  #waiting: { when: () => boolean; go: () => void }[] = [];

  /** Resolves at once where it holds already. */
  until(when: () => boolean): Promise<void> {
    if (when()) return Promise.resolve();
    return new Promise((go) => this.#waiting.push({ when, go }));
  }

  /** Lets those go for whom it holds; tells whether there were any. */
  look(): boolean {
    const met = this.#waiting.filter(({ when }) => when());
    this.#waiting = this.#waiting.filter((one) => !met.includes(one));
    met.forEach(({ go }) => go());
    return met.length > 0;
  }

  /** Nothing will come about any more: nobody is left waiting. */
  end(): void {
    this.#waiting.splice(0).forEach(({ go }) => go());
  }
}
