/** Admits at most `places` at a time; the others wait in the order in which they came. */
export class Gate {
  #free: number;
  #queue: (() => void)[] = [];

  constructor(places: number) {
    this.#free = places;
  }

  /** Calls `enter` as soon as there is a place: at once if there is one now. */
  wait(enter: () => void): void {
    this.#queue.push(enter);
    this.#admit();
  }

  /** Gives up waiting. */
  forget(enter: () => void): void {
    this.#queue = this.#queue.filter((waiting) => waiting !== enter);
  }

  /** Gives a place back. */
  leave(): void {
    this.#free++;
    this.#admit();
  }

  #admit(): void {
    while (this.#free > 0 && this.#queue.length > 0) {
      this.#free--;
      this.#queue.shift()!();
    }
  }
}
