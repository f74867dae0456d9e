import type { VariantName } from '#lib/experiment/experiment.ts';
import type {
  Checkpoint,
  Divergence,
  Environment,
  Evaluation,
  Progress,
} from '#lib/protocol/protocol.ts';
import { GrowingCurves } from './curves.ts';
import { Stopwatch } from './stopwatch.ts';
import type { Notice, VariantRun, VariantStatus } from './types.ts';

/** What is known of one variant. `view` gives the page the same object until something changes. */
export class VariantRecord {
  readonly variant: VariantName;
  readonly steps: number;
  readonly stopwatch: Stopwatch;
  readonly #parameters: number;
  readonly #curves = new GrowingCurves();
  #status: VariantStatus = 'waiting';
  #step = 0;
  #stepsPerSecond = 0;
  #secondsLeft = NaN;
  #environment: Environment | null = null;
  #divergences: readonly Divergence[] = [];
  #notices: readonly Notice[] = [];
  #evaluations: readonly Evaluation[] = [];
  #view: VariantRun | null = null;
  readonly #changed: () => void;

  constructor(
    of: { variant: VariantName; steps: number; parameters: number },
    now: () => number,
    changed: () => void,
  ) {
    this.variant = of.variant;
    this.steps = of.steps;
    this.#parameters = of.parameters;
    this.stopwatch = new Stopwatch(now);
    this.#changed = changed;
  }

  get status(): VariantStatus {
    return this.#status;
  }

  set status(status: VariantStatus) {
    this.#status = status;
    this.#touch();
  }

  /** Steps done. */
  get step(): number {
    return this.#step;
  }

  set step(step: number) {
    this.#step = step;
    this.#touch();
  }

  /** Estimated seconds of one step; 0 while unknown. */
  get secondsPerStep(): number {
    return this.#stepsPerSecond > 0 ? 1 / this.#stepsPerSecond : 0;
  }

  set environment(environment: Environment) {
    this.#environment = environment;
    this.#touch();
  }

  get evaluations(): readonly Evaluation[] {
    return this.#evaluations;
  }

  set evaluations(evaluations: readonly Evaluation[]) {
    this.#evaluations = evaluations;
    this.#touch();
  }

  note(notice: Notice): void {
    this.#notices = [...this.#notices, notice];
    this.#touch();
  }

  /** Adds what the worker tells of its training. */
  hear(progress: Progress): void {
    this.stopwatch.look();
    this.#curves.append(progress.points);
    this.#step = Math.max(this.#step, progress.step);
    this.#stepsPerSecond = progress.stepsPerSecond;
    this.#secondsLeft = progress.secondsLeft;
    progress.divergences.forEach((divergence) => this.#diverge(divergence));
    this.#touch();
  }

  /** Goes back to a checkpoint, or to the start: the steps after it will be trained, and told, again. */
  backTo(checkpoint: Checkpoint | null): void {
    this.#curves.backTo(checkpoint?.step ?? -1);
    this.#step = checkpoint?.step ?? 0;
    this.#stepsPerSecond = 0;
    this.#secondsLeft = NaN;
    this.#divergences = checkpoint?.stopped ?? [];
    this.#evaluations = this.#evaluations.filter(({ step }) => step <= this.#step);
    this.#touch();
  }

  view(): VariantRun {
    return (this.#view ??= {
      variant: this.variant,
      status: this.#status,
      step: this.#step,
      steps: this.steps,
      stepsPerSecond: this.#stepsPerSecond,
      secondsLeft: this.#secondsLeft,
      seconds: this.stopwatch.seconds,
      environment: this.#environment,
      curves: this.#curves.view(),
      divergences: this.#divergences,
      notices: this.#notices,
      evaluations: this.#evaluations,
      parameters: this.#parameters,
    });
  }

  /** Notes the divergence of a member once, although a worker that replaces another tells of it again. */
  #diverge(divergence: Divergence): void {
    const { member } = divergence;
    if (this.#divergences.some((known) => known.member === member)) return;
    this.#divergences = [...this.#divergences, divergence];
    const told = this.#notices.some(
      (notice) => notice.kind === 'diverged' && notice.divergence.member === member,
    );
    if (!told) this.note({ kind: 'diverged', variant: this.variant, divergence });
  }

  #touch(): void {
    this.#view = null;
    this.#changed();
  }
}
