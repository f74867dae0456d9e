import type { ProberDesk } from '#lib/crew/ask/prober.ts';
import { reasonOf, type Reason } from '#lib/crew/hire/reason.ts';
import type { RunState } from '#lib/crew/run/types.ts';
import type { Desks } from '../desks.svelte.ts';
import type { Exhibit } from '../exhibit.ts';
import { cellAnswer, type CellAnswer } from './answer.ts';
import { cellSettings, gridPlan, sameGrid, type GridPlan, type GridState } from './plan.ts';
import { Pool, type Cell } from './pool.ts';

/** The training of a grid on several workers. It outlives its view, as `Lesson` does. */
export class Survey implements Exhibit {
  readonly #desks: Desks;
  #home = new AbortController();
  #hired: ProberDesk[] = [];
  #pool: Pool<ProberDesk, CellAnswer> | null = null;
  plan = $state.raw<GridPlan | null>(null);
  /** The cells, row by row. */
  cells = $state.raw<readonly Cell<CellAnswer>[]>([]);
  /** Number of classes in the data; null until the data are drawn. */
  classes = $state<number | null>(null);
  running = $state(false);
  /** The cell whose training was opened last, counted row by row; null if none was. */
  opened = $state<number | null>(null);
  reason = $state.raw<Reason | null>(null);

  constructor(desks: Desks) {
    this.#desks = desks;
  }

  readonly done = $derived(
    this.cells.filter(({ kind }) => kind === 'done' || kind === 'failed').length,
  );
  readonly missing = $derived(this.cells.length - this.done);
  readonly phase = $derived.by((): RunState => {
    if (this.reason) return 'failed';
    if (this.running) return 'running';
    if (!this.plan) return 'idle';
    return this.missing > 0 ? 'paused' : 'done';
  });

  differsFrom(state: GridState): boolean {
    return this.plan !== null && !sameGrid(this.plan.state, state);
  }

  /** Trains a new grid from its first cell. */
  async start(state: GridState): Promise<void> {
    this.clear();
    const plan = gridPlan(state);
    this.plan = plan;
    this.cells = Array.from(
      { length: plan.rows.length * plan.columns.length },
      () => ({ kind: 'waiting' }) as const,
    );
    await this.resume();
  }

  /** Trains the cells that are missing. */
  async resume(): Promise<void> {
    if (!this.plan || this.running) return;
    const { signal } = this.#home;
    this.running = true;
    this.reason = null;
    try {
      const pool = this.#pool ?? (await this.#open(this.plan, signal));
      // Another grid may have begun while workers were being hired: its pool must stay.
      if (signal.aborted) return;
      this.#pool = pool;
      await pool.run(this.#hired);
    } catch (error) {
      if (!signal.aborted) this.reason = reasonOf(error);
    }
    if (!signal.aborted) this.running = false;
  }

  /** Stops the training of cells; those that are done keep their results. */
  stop(): void {
    if (this.#pool) this.#pool.stop();
    else this.clear();
  }

  /** The plan of the grid and the results so far. */
  figures() {
    return { plan: this.plan, cells: this.cells };
  }

  /** Forgets the grid and retires its workers. */
  clear(): void {
    this.#home.abort();
    this.#home = new AbortController();
    this.#pool?.stop();
    this.#pool = null;
    this.#hired.forEach((desk) => desk.retire());
    this.#hired = [];
    this.plan = this.reason = this.classes = this.opened = null;
    this.cells = [];
    this.running = false;
  }

  async #open(plan: GridPlan, signal: AbortSignal): Promise<Pool<ProberDesk, CellAnswer>> {
    const [data, count] = await Promise.all([
      this.#desks.data(plan.state, signal),
      this.#desks.worthHaving(),
    ]);
    const hired = await Promise.all(Array.from({ length: count }, () => this.#desks.another()));
    if (signal.aborted) hired.forEach((desk) => desk.retire());
    else {
      this.#hired = hired;
      this.classes = data.classes.length;
    }
    return new Pool<ProberDesk, CellAnswer>({
      cells: this.cells.length,
      train: async (desk, cell, signal) =>
        cellAnswer(await desk.ask('learning', { ...cellSettings(plan, cell), data }, { signal })),
      // The same desk: after a failure it opens another worker with its next question.
      replace: (desk) => desk,
      changed: (cell, now) => {
        if (!signal.aborted) this.cells = this.cells.with(cell, now);
      },
    });
  }
}
