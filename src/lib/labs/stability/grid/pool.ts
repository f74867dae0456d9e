/** The state of one cell of a grid. */
export type Cell<Answer> =
  | { kind: 'waiting' }
  | { kind: 'training' }
  | { kind: 'done'; answer: Answer }
  /** Failed `ATTEMPTS` times; `error` is the last failure. */
  | { kind: 'failed'; error: unknown };

/** How often a cell is tried before it counts as failed. */
export const ATTEMPTS = 3;

/** The cells to train, and the callbacks that train them. */
interface Task<Worker, Answer> {
  /** Number of cells. */
  cells: number;
  /**
   * Trains a cell. Rejects if the worker fails. Once aborted it may resolve early with any answer,
   * which is dropped.
   */
  train(worker: Worker, cell: number, signal: AbortSignal): Promise<Answer>;
  /** Returns the worker to use in place of one that failed. */
  replace(worker: Worker): Worker;
  /** Called after each change of a cell's state. */
  changed(cell: number, now: Cell<Answer>): void;
}

/**
 * Shares the cells of a grid out among workers, in order, one worker to a cell. A cell whose worker
 * failed is retried before any new cell, by a replaced worker. A pool can be stopped, and later
 * goes on with the missing cells.
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

  /**
   * Trains the missing cells. Resolves when none is missing, or after `stop` once all workers rest.
   */
  async run(workers: readonly Worker[]): Promise<void> {
    this.stop();
    const abort = new AbortController();
    this.#abort = abort;
    // Waits for the workers of the previous round, which may still be busy with cells.
    this.#round = this.#round.then(() =>
      Promise.all(workers.map((one) => this.#work(one, abort.signal))),
    );
    await this.#round;
  }

  /** Ends the round. Cells being trained lose their progress and start again in the next round. */
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

  /** The next cell to train, those tried before first; −1 if none is missing. */
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
