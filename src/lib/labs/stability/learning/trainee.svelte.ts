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

/** Trains: the probe of a worker, or a stand-in in a test. */
export type Teach = (
  job: LearningJob,
  options: AskOptions<LearningNews>,
) => Promise<LearningAnswer>;

/** `resting` can go on; `broken` met a number that is not finite. */
export type TraineeState = 'resting' | 'running' | 'done' | 'broken';

/** The network, its data and its training. */
export type Lecture = Omit<LearningJob, 'training'> & { training: TrainingSpec };

/** How many checkpoints a whole training keeps: each holds all weights twice. */
const CHECKPOINTS = 12;

/**
 * One training with the changes on its way. It can rest, follow another course, and go back to a
 * step before it broke.
 */
export class Trainee {
  readonly #teach: Teach;
  readonly #lecture: Lecture;
  /** The course of the training, from its first step to its last. */
  training = $state.raw<TrainingSpec>(null!);
  readonly track: Track;
  /** Increases with each change of `track`, whose arrays are written in place. */
  version = $state(0);
  state = $state<TraineeState>('resting');
  /** Milliseconds between two steps; takes effect with the next leg. */
  pause = 0;
  failure = $state.raw<LearningTrouble | null>(null);
  /** Why no worker could go on. This is not the network's failure. */
  reason = $state.raw<Reason | null>(null);
  /** The last time a new worker took over: from which step, and why. */
  replaced = $state.raw<{ from: number; reason: Reason } | null>(null);
  /** The losses that a replay discarded, from step `from` on. */
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

  /** The last step with a change of settings, among those taken and the next one. */
  readonly #changed = $derived.by(() => {
    void this.version;
    const next = Math.min(this.track.length, this.training.steps - 1);
    return Math.max(0, ...this.training.changes.map(({ step }) => (step <= next ? step : 0)));
  });

  /** The legs of the course that the training has come to. */
  readonly legs = $derived(legsOf(this.training, this.#changed));

  /** The current settings; after the end, those of the last step. */
  readonly now = $derived.by((): Settings => {
    const { learningRate, cure } = this.legs[this.legs.length - 1];
    return { learningRate, cure };
  });

  /** The step of the last checkpoint, from which training goes on; 0 without one. */
  get step(): number {
    return this.#checkpoint?.step ?? 0;
  }

  /** Trains to the end. A training under way begins another leg. */
  async go(): Promise<void> {
    const turn = ++this.#turn;
    this.#abort?.abort();
    if (this.#under) await this.#under;
    if (turn !== this.#turn || this.state !== 'resting') return;
    this.#under = this.#legs(turn);
    await this.#under;
  }

  /** Comes to rest after the current step; resolves once it rests. */
  async rest(): Promise<void> {
    this.#turn++;
    this.#abort?.abort();
    await this.#under;
  }

  /**
   * Follows another course. Goes back to the first step in which the courses differ, if that is
   * already taken. Throws during training.
   */
  follow(training: TrainingSpec): void {
    if (this.state === 'running') throw new Error('Another course was given while it trained.');
    const first = firstDifference(this.training, training);
    this.training = training;
    if (first < this.step || (this.failure && first <= this.step)) this.#backTo(first);
  }

  /** The last step before the failure from which to train again: that of a checkpoint, or 0. */
  get before(): number {
    return this.#before(this.failure?.step ?? 0)?.step ?? 0;
  }

  /** Follows another course from step `to` on, which has to be `before` or 0. */
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

  /** All results of the training. `norms` and `asymmetry` have a row for each step. */
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

  /** Trains leg after leg until the training is done, broken, told to rest, or without a worker. */
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

  /**
   * Trains to the next change of settings. Returns `running` if training can go on, and `resting`
   * if no worker could continue it.
   */
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
    // Tells the workers apart: news of a failed one may arrive after the next has begun.
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
      // A leg without steps may return a checkpoint whose weights were drawn again: not kept.
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

  /** Keeps checkpoints, so that training can go on from the last one if its worker fails. */
  #remember(checkpoints: readonly LearningCheckpoint[]): void {
    for (const one of checkpoints) {
      if (one.step <= (this.#checkpoints.at(-1)?.step ?? 0)) continue;
      this.#checkpoints.push(one);
      if (one.step > this.step) this.#checkpoint = one;
    }
  }

  /** Forgets the steps after the last checkpoint, which were lost with the worker. */
  #goBack(): void {
    this.track.cut(this.step);
    this.version++;
  }
}
