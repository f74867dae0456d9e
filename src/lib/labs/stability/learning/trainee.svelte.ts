import type { AskOptions } from '#lib/crew/hire/desk.ts';
import { reasonOf, type Reason } from '#lib/crew/hire/reason.ts';
import {
  firstDifference,
  legsOf,
  steadyFrom,
  type Settings,
} from '#lib/experiment/stability/changes.ts';
import { trainableStack, type TrainingSpec } from '#lib/experiment/stability/training.ts';
import type { LearningCheckpoint } from '#workers/stability/deep/checkpoint.ts';
import type {
  LearningAnswer,
  LearningTrouble,
  LearningJob,
  LearningNews,
} from '#workers/stability/learning/learning.ts';
import { mended } from '#lib/crew/hire/mended.ts';
import { Track } from './track.ts';

/** Who trains: a worker's probe, or a fake in a test. */
export type Teach = (
  job: LearningJob,
  options: AskOptions<LearningNews>,
) => Promise<LearningAnswer>;

/** `resting` can go on; `broken` met a number that is not finite. */
export type TraineeState = 'resting' | 'running' | 'done' | 'broken';

/** What is trained, and how. */
export type Lecture = Omit<LearningJob, 'training'> & { training: TrainingSpec };

/** Checkpoints kept on the way: each holds all weights twice. */
const CHECKPOINTS = 12;

/**
 * One training, with the changes of its course: it can rest, take another course, and go back to before it
 * broke.
 */
export class Trainee {
  readonly #teach: Teach;
  readonly #lecture: Lecture;
  /** How it is trained, from its first step to its last. */
  training = $state.raw<TrainingSpec>(null!);
  readonly track: Track;
  /** Counts changes of `track`, which is written in place. */
  version = $state(0);
  state = $state<TraineeState>('resting');
  /** Milliseconds between two steps; counts from the next leg on. */
  pause = 0;
  failure = $state.raw<LearningTrouble | null>(null);
  /** Why the worker could not go on; it is not the network's fault. */
  reason = $state.raw<Reason | null>(null);
  /** The last time that another worker went on, and from which step. */
  replaced = $state.raw<{ from: number; reason: Reason } | null>(null);
  /** The losses that a replay leaves behind, from step `from` on. */
  left = $state.raw<{ from: number; losses: Float64Array } | null>(null);
  #checkpoint: LearningCheckpoint | null = null;
  #checkpoints: LearningCheckpoint[] = [];
  #abort: AbortController | null = null;
  #under: Promise<void> | null = null;
  #turn = 0;

  constructor(lecture: Lecture, teach: Teach) {
    this.#lecture = lecture;
    this.#teach = teach;
    this.training = lecture.training;
    this.track = new Track(this.training.steps, trainableStack(lecture.stack).depth + 1);
  }

  /** The last step at which something was changed: of those taken, or the one that comes next. */
  readonly #changed = $derived.by(() => {
    void this.version;
    const next = Math.min(this.track.length, this.training.steps - 1);
    return Math.max(0, ...this.training.changes.map(({ step }) => (step <= next ? step : 0)));
  });

  /** The legs of its course, as far as it has got. */
  readonly legs = $derived(legsOf(this.training, this.#changed));

  /** The settings that it trains with; after its end, those of its last step. */
  readonly now = $derived.by((): Settings => {
    const { learningRate, cure } = this.legs[this.legs.length - 1];
    return { learningRate, cure };
  });

  /** Steps taken. */
  get step(): number {
    return this.#checkpoint?.step ?? 0;
  }

  /** Trains on to its end. Where it trains already, it begins another leg. */
  async go(): Promise<void> {
    const turn = ++this.#turn;
    this.#abort?.abort();
    if (this.#under) await this.#under;
    if (turn !== this.#turn || this.state !== 'resting') return;
    this.#under = this.#legs(turn);
    await this.#under;
  }

  /** Rests after the step under way; resolves when it does. */
  async rest(): Promise<void> {
    this.#turn++;
    this.#abort?.abort();
    await this.#under;
  }

  /** Takes another course, and goes back to the first step that differs, where it is beyond. Throws while it trains. */
  follow(training: TrainingSpec): void {
    if (this.state === 'running') throw new Error('Another course was given while it trained.');
    const first = firstDifference(this.training, training);
    this.training = training;
    if (first < this.step || (this.failure && first <= this.step)) this.#backTo(first);
  }

  /** The last step before it broke from which it can be trained again: of a checkpoint, or 0. */
  get before(): number {
    return this.#before(this.failure?.step ?? 0)?.step ?? 0;
  }

  /** Takes another course, back to step `to`, which is `before` or 0. */
  replay(to: number, training: TrainingSpec): void {
    const { track } = this;
    const losses = track.losses.slice(to, track.length);
    this.training = training;
    this.#backTo(to);
    this.left = { from: to, losses };
  }

  /** Goes back to the last checkpoint at or before a step, or to the start. */
  #backTo(step: number): void {
    this.#checkpoint = this.#before(step + 1);
    this.#checkpoints = this.#checkpoints.filter((one) => one.step <= this.step);
    this.track.cut(this.step);
    this.failure = this.left = null;
    this.state = 'resting';
    this.version++;
  }

  #before(step: number): LearningCheckpoint | null {
    return this.#checkpoints.findLast((one) => one.step < step) ?? null;
  }

  /** All results of the training: a row of `norms` and `asymmetry` is a step. */
  figures() {
    const { track, legs, failure } = this;
    const { length, layers } = track;
    return {
      layers,
      legs,
      failure,
      losses: track.losses.subarray(0, length),
      norms: track.norms.subarray(0, length * layers),
      applied: track.applied.subarray(0, length),
      asymmetry: track.asymmetry.subarray(0, length * (layers - 1)),
    };
  }

  /** Trains leg after leg, until it is done, broken, told to rest, or left by its workers. */
  async #legs(turn: number): Promise<void> {
    this.state = 'running';
    this.reason = null;
    this.replaced = null;
    let state: TraineeState;
    do state = await this.#leg();
    while (state === 'running' && turn === this.#turn);
    this.state = state === 'running' ? 'resting' : state;
    this.#under = null;
  }

  /** Trains until a setting changes. `running` where it can go on; `resting` where no worker could. */
  async #leg(): Promise<TraineeState> {
    const abort = new AbortController();
    this.#abort = abort;
    const { steps } = this.training;
    const job = {
      ...this.#lecture,
      training: steadyFrom(this.training, this.step),
      pause: this.pause,
      checkpointEvery: Math.ceil(steps / CHECKPOINTS),
    };
    // News of a worker that failed may still come when another one has begun.
    let attempt = 0;
    try {
      const answer = await mended(
        () => {
          const own = ++attempt;
          const tell = (news: LearningNews) => {
            if (own !== attempt) return;
            this.track.take(news);
            this.#remember(news.checkpoints);
            this.version++;
          };
          return this.#teach({ ...job, from: this.#checkpoint }, { signal: abort.signal, tell });
        },
        {
          signal: abort.signal,
          failed: (error) => {
            this.#goBack();
            this.replaced = { from: this.step, reason: reasonOf(error) };
          },
        },
      );
      this.track.take(answer);
      this.#remember(answer.checkpoints);
      // The checkpoint of a leg without steps may hold weights that were drawn again: it is not kept.
      if (answer.checkpoint.step > this.step) this.#checkpoint = answer.checkpoint;
      this.failure = answer.trouble;
      this.version++;
      return answer.trouble ? 'broken' : this.step < steps ? 'running' : 'done';
    } catch (error) {
      attempt++;
      this.#goBack();
      this.reason = reasonOf(error);
      return 'resting';
    }
  }

  /** Keeps checkpoints on the way, and goes on from the last one if the worker fails. */
  #remember(checkpoints: readonly LearningCheckpoint[]): void {
    for (const one of checkpoints) {
      if (one.step <= (this.#checkpoints.at(-1)?.step ?? 0)) continue;
      this.#checkpoints.push(one);
      if (one.step > this.step) this.#checkpoint = one;
    }
  }

  /** Its worker failed: what came after the last checkpoint is lost. */
  #goBack(): void {
    this.track.cut(this.step);
    this.version++;
  }
}
