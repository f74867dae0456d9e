/** What there is of one cell of a grid. */
export type Cell<Answer> =
  | { kind: 'waiting' }
  | { kind: 'training' }
  | { kind: 'done'; answer: Answer }
  /** Tried `ATTEMPTS` times; `error` is that of the last. */
  | { kind: 'failed'; error: unknown };

/** How often a cell is tried before it is given up. */
export const ATTEMPTS = 3;

/** What there is to do, and who is told of it. */
interface Task<Worker, Answer> {
  /** How many cells there are. */
  cells: number;
  /** Trains a cell. Rejects where the worker fails; may resolve early, with anything, once aborted. */
  train(worker: Worker, cell: number, signal: AbortSignal): Promise<Answer>;
  /** Another worker for one that failed. */
  replace(worker: Worker): Worker;
  /** Told of every change. */
  changed(cell: number, now: Cell<Answer>): void;
}

/**
 * Shares the cells of a grid out among workers, in their order, each to one worker at a time. A cell
 * whose worker failed is tried again before any other, by a new worker. It can be stopped, and goes on
 * with the cells that are missing.
 */
export class Pool<Worker, Answer> {
  readonly #task: Task<Worker, Answer>;
  readonly #cells: Cell<Answer>[];
  readonly #attempts: number[];
  #abort: AbortController | null = null;
  #round: Promise<unknown> = Promise.resolve();

  constructor(task: Task<Worker, Answer>) {
    this.#task = task;
    this.#cells = Array.from({ length: task.cells }, () => ({ kind: 'waiting' }));
    this.#attempts = new Array(task.cells).fill(0);
  }

  /** Every cell, in order. */
  get cells(): readonly Cell<Answer>[] {
    return this.#cells;
  }

  /** Trains what is missing. Resolves when all is there, or when it was stopped and all workers rest. */
  async run(workers: readonly Worker[]): Promise<void> {
    this.stop();
    const abort = new AbortController();
    this.#abort = abort;
    // Workers of the round before may still hold cells.
    this.#round = this.#round.then(() =>
      Promise.all(workers.map((one) => this.#work(one, abort.signal))),
    );
    await this.#round;
  }

  /** Ends the round. Cells under way are dropped, and trained from their start in the next round. */
  stop(): void {
    this.#abort?.abort();
  }

  async #work(worker: Worker, signal: AbortSignal): Promise<void> {
    for (;;) {
      const cell = signal.aborted ? -1 : this.#next();
      if (cell < 0) return;
      this.#put(cell, { kind: 'training' });
      try {
        const answer = await this.#task.train(worker, cell, signal);
        this.#put(cell, signal.aborted ? { kind: 'waiting' } : { kind: 'done', answer });
      } catch (error) {
        worker = this.#task.replace(worker);
        if (!signal.aborted) this.#attempts[cell]++;
        const over = this.#attempts[cell] >= ATTEMPTS;
        this.#put(cell, over ? { kind: 'failed', error } : { kind: 'waiting' });
      }
    }
  }

  /** One that was tried already comes first; −1 where none is missing. */
  #next(): number {
    const waiting = (cell: number) => this.#cells[cell].kind === 'waiting';
    const tried = this.#cells.findIndex((_, i) => waiting(i) && this.#attempts[i] > 0);
    return tried >= 0 ? tried : this.#cells.findIndex((_, i) => waiting(i));
  }

  #put(cell: number, now: Cell<Answer>): void {
    this.#cells[cell] = now;
    this.#task.changed(cell, now);
  }
}
