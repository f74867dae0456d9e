import { statementIds, type StatementId } from '#lib/experiment/theory.ts';
import type { TheoryDesk } from '#lib/crew/ask/theorist.ts';
import { Sheet } from './sheet.svelte.ts';

/** All cards and the worker that they share, which is opened for the first computation. */
export class Board {
  readonly sheets = Object.fromEntries(statementIds.map((id) => [id, new Sheet(id)])) as Record<
    StatementId,
    Sheet
  >;
  /** The card that was computed last on its own, not by "compute all", to be announced. */
  latest: Sheet | null = $state.raw(null);
  /** Whether "compute all" is running. */
  all = $state(false);
  readonly #open: () => Promise<TheoryDesk>;
  #desk: Promise<TheoryDesk> | null = null;
  #queue: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(open: () => Promise<TheoryDesk>) {
    this.#open = open;
  }

  get done(): Sheet[] {
    return Object.values(this.sheets).filter(({ outcome }) => outcome !== null);
  }

  async compute(id: StatementId): Promise<void> {
    await this.#ask(this.sheets[id]);
    this.latest = this.sheets[id];
  }

  async computeAll(): Promise<void> {
    this.latest = null;
    this.all = true;
    await Promise.all(Object.values(this.sheets).map((sheet) => this.#ask(sheet)));
    this.all = false;
  }

  dispose(): void {
    this.#closed = true;
    void this.#desk?.then(
      (desk) => desk.retire(),
      () => undefined,
    );
  }

  /**
   * Queues a card's computation: the worker has one thread, and each answer is shown as it comes.
   */
  #ask(sheet: Sheet): Promise<void> {
    return sheet.ask((id, parameters, seed) => {
      const answer = this.#queue.then(async () => {
        if (this.#closed) throw new Error('');
        this.#desk ??= this.#open();
        try {
          return await (await this.#desk).compute(id, parameters, seed);
        } catch (error) {
          this.#forgetUnopened();
          throw error;
        }
      });
      this.#queue = answer.then(
        () => undefined,
        () => undefined,
      );
      return answer;
    });
  }

  /** Forgets a worker that could not be opened, so that the next computation tries again. */
  #forgetUnopened(): void {
    const desk = this.#desk;
    desk?.catch(() => {
      if (this.#desk === desk) this.#desk = null;
    });
  }
}
