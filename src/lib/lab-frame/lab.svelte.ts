import { dequal } from 'dequal/lite';
import type { Change, Experiment, VariantName } from '#lib/experiment/experiment.ts';
import type { Field, FieldValue } from '#lib/experiment/fields.ts';
import { fromLink, toLink } from '#lib/experiment/link.ts';
import { preset, type PresetName } from '#lib/experiment/presets.ts';
import type { ExperimentProblem } from '#lib/fields/problem.ts';
import { withField } from '#lib/experiment/with-field.ts';
import { reasonOf, type Reason } from '#lib/crew/hire/reason.ts';
import type { ControlOutcome, RunState } from '#lib/crew/run/types.ts';
import { DataRoom, withData, type DataInUse } from './data-room.svelte.ts';
import { differs, liveChanges, nextSeed, sameData, withChangesMade } from './editing.ts';
import type { AnyRun, Staff } from './staff.ts';

/** The first control of a run. */
type First = 'start' | 'step' | 'epoch';

export type Refusal = Extract<ControlOutcome, { ok: false }>['reason'];

/**
 * The state of the lab: the experiment as it is edited, the data set in use, and the run. An edit
 * never touches a run: learning rate and drop probability go to it through `run.change`, everything
 * else waits for the next one.
 */
export class Lab {
  readonly #staff: Staff;
  /** The preset of a link that names none. */
  readonly #usual: PresetName;
  readonly room: DataRoom;
  /** The experiment as it is edited. */
  #draft = $state.raw<Experiment>(null!);
  run = $state.raw<AnyRun | null>(null);
  /** The data of the run, which stay while those of the draft change. */
  runData = $state.raw<DataInUse | null>(null);
  /** What the link asked for and could not have, with the reasons. */
  ignored = $state.raw<readonly ExperimentProblem[]>([]);
  /** Why the run refused the last change, if it did. */
  refusal = $state<Refusal | null>(null);
  /**
   * The control that starts the next run, while this waits for its data or for the files of the
   * link.
   */
  waiting = $state<First | null>(null);
  #turn = 0;
  /** Why no run could begin at all. */
  failure = $state.raw<Reason | null>(null);

  constructor(staff: Staff, usual: PresetName = 'noisy-digits') {
    this.#staff = staff;
    this.#usual = usual;
    this.#draft = preset(usual);
    this.room = new DataRoom(staff);
  }

  /** Opens a link; resolves when its data set is there. A broken link opens all the same. */
  async open(query: string): Promise<void> {
    const link = fromLink(query, this.#usual);
    this.ignored = link.ignored;
    this.#draft = link.experiment;
    await this.#follow(0);
    if (link.run) await this.train();
  }

  /** The draft from which the run was begun. */
  #begun = $state.raw<Experiment | null>(null);
  /** Changes that the run had made before the last edit: the draft already holds them. */
  #held = $state.raw<readonly Change[]>([]);

  /** How many of the changes planned before the run began are still ahead of it. */
  readonly #ahead = $derived.by(() => {
    const step = Math.max(-1, ...(this.run?.variants ?? []).map((variant) => variant.step));
    return (this.#begun?.changes ?? []).filter((change) => change.step > step).length;
  });

  /** What the panel shows: the draft with the changes that the run has made since the last edit. */
  readonly shown = $derived.by(() => {
    const ahead = this.#ahead === 0 ? [] : this.#begun!.changes.slice(-this.#ahead);
    const aside = [...ahead, ...this.#held];
    const made = (this.run?.experiment.changes ?? []).filter(
      (change) => !aside.some((other) => dequal(other, change)),
    );
    return made.length > 0 ? withChangesMade({ ...this.#draft, changes: made }) : this.#draft;
  });

  /** What the link holds: the run with its changes, unless the panel holds another experiment. */
  readonly linked = $derived.by(() =>
    this.run && !this.pending
      ? { ...this.#draft, changes: this.run.experiment.changes }
      : this.#draft,
  );

  /** Whether the panel holds another experiment than the run. */
  readonly pending = $derived.by(
    () => this.run !== null && differs(this.#draft, this.#begun ?? this.#draft),
  );
  readonly state = $derived.by((): RunState => {
    if (this.run) return this.run.state;
    if (this.failure) return 'failed';
    return this.waiting && this.missing.length === 0 ? 'starting' : 'idle';
  });
  readonly reason = $derived.by(() => this.run?.reason ?? this.failure);
  readonly active = $derived(
    this.state === 'starting' || this.state === 'running' || this.state === 'paused',
  );
  readonly changes = $derived.by(() => this.run?.experiment.changes ?? this.#draft.changes);
  readonly missing = $derived.by(() => this.room.missing(this.#draft));

  /**
   * Sets a field: in the run if it is under way and can take the change, otherwise in the draft.
   * Resolves to why the value was refused, or to null.
   */
  async set(field: Field, value: FieldValue): Promise<ExperimentProblem | Refusal | null> {
    const run = this.run;
    this.refusal = null;
    const outcome = withField(this.shown, field, value);
    if (!outcome.ok) return outcome.problem;
    const live = run && this.active ? liveChanges(this.shown, outcome.state, field) : null;
    if (run && live) return this.#changeRun(run, live);
    this.#edit(outcome.state);
    return null;
  }

  async #changeRun(run: AnyRun, changes: Pick<Change, 'path' | 'value'>[]) {
    for (const { path, value } of changes) {
      const outcome = await run.change(path, value);
      if (!outcome.ok) return (this.refusal = outcome.reason);
    }
    return null;
  }

  choosePreset(name: PresetName): void {
    this.#edit(preset(name));
  }

  /** Back to what the run was begun with. */
  undo(): void {
    if (!this.#begun) return;
    this.#edit(this.#begun);
    this.#held = [];
  }

  forgetChanges(): void {
    if (!this.run) this.#edit({ ...this.#draft, changes: [] });
  }

  async openFiles(files: File[]): Promise<void> {
    const kept = await this.#keep(this.room.open(files, this.shown));
    if (kept && this.waiting && this.missing.length === 0) await this.#begin();
  }

  /** Tries again to prepare the data that could not be prepared. */
  async retryData(): Promise<void> {
    await this.#keep(this.room.again(this.#draft));
    // The data that were missing when the run was to begin may be there now.
    if (!this.room.failure) this.failure = null;
  }

  /** Starts a run of the experiment as edited; the one before, if any, is let go. */
  async train(first: First = 'start'): Promise<void> {
    this.#release();
    this.waiting = first;
    if (this.missing.length > 0) return;
    await this.#begin();
  }

  async step(): Promise<void> {
    await (this.run ? this.run.step() : this.train('step'));
  }

  async epoch(): Promise<void> {
    await (this.run ? this.run.epoch() : this.train('epoch'));
  }

  async #begin(): Promise<void> {
    const turn = ++this.#turn;
    const wanted = this.#draft;
    await this.#dataSettled();
    // The failure may have been temporary.
    if (turn === this.#turn && this.room.failure) await this.retryData();
    if (turn !== this.#turn || !this.waiting) return;
    const draft = this.#draft;
    const { inUse } = this.room;
    if (!inUse || !sameData(draft, wanted) || !this.room.serves(draft)) {
      this.waiting = null;
      const kind = inUse ? 'other-data' : 'no-data';
      this.failure = this.room.failure ?? { kind, detail: '' };
      return;
    }
    try {
      const run = await this.#staff.run(withData(draft, inUse), inUse.data);
      const first = this.waiting;
      if (turn !== this.#turn || !first) {
        run.dispose();
        return;
      }
      this.waiting = null;
      this.#begun = draft;
      this.runData = inUse;
      this.run = run;
      await run[first]();
    } catch (error) {
      this.waiting = null;
      this.failure = reasonOf(error);
    }
  }

  /** Starts anew with what the panel shows. */
  async startAnew(): Promise<void> {
    this.#draft = this.shown;
    await this.train();
  }

  /** Lets the run go; the next one begins from the same weights, or from others. */
  reset(weights: 'same' | 'new'): void {
    const draft = this.linked;
    this.#release();
    const { seeds } = draft;
    this.#edit(
      weights === 'same'
        ? draft
        : { ...draft, seeds: { ...seeds, weights: nextSeed(seeds.weights) } },
    );
  }

  /** Runs again: from other initial weights after a run that was completed, else from the same. */
  async again(): Promise<void> {
    this.reset(this.state === 'done' ? 'new' : 'same');
    await this.train();
  }

  /** The variants whose subnetworks can be averaged. */
  readonly averaged = $derived.by((): readonly VariantName[] =>
    (this.run?.experiment ?? this.#draft).variants.filter(
      (name) => name === 'dropout' || name === 'shared-subnetworks',
    ),
  );

  /**
   * The link of the experiment, without `?`. Once a run has its backend the link names it: only on the
   * same one does it give the same numbers.
   */
  get query(): string {
    const backend = this.pending ? undefined : this.run?.environment?.backend;
    return toLink(backend ? { ...this.linked, backend } : this.linked, this.#usual);
  }

  dispose(): void {
    this.#release();
  }

  #release(): void {
    this.refusal = null;
    this.waiting = null;
    this.failure = null;
    this.#turn++;
    const run = this.run;
    this.run = null;
    this.runData = null;
    this.#begun = null;
    this.#held = [];
    run?.dispose();
  }

  #edit(experiment: Experiment): void {
    this.#draft = experiment;
    this.#held = this.run?.experiment.changes ?? [];
    void this.#follow();
  }

  async #follow(settle?: number): Promise<void> {
    await this.#keep(this.room.follow(this.#draft, settle));
  }

  /** The last data set that was asked for, on its way. */
  #onItsWay: Promise<unknown> = Promise.resolve();

  /** Makes what `coming` resolves to the draft, unless that is null. Resolves to whether it did. */
  #keep(coming: Promise<Experiment | null>): Promise<boolean> {
    const kept = coming.then((experiment) => {
      if (experiment) this.#draft = experiment;
      return experiment !== null;
    });
    this.#onItsWay = kept;
    return kept;
  }

  /** Resolves once no data set is on its way. */
  async #dataSettled(): Promise<void> {
    for (let last = null; last !== this.#onItsWay;) {
      last = this.#onItsWay;
      await last;
    }
  }
}
