import type { AskOptions } from '../../../crew/desk.ts';
import { reasonOf, type Reason } from '../../../crew/reason.ts';
import { trainableStack, type Cure } from '../../../experiment/stability/training.ts';
import type { LearningCheckpoint } from '#workers/stability/deep/checkpoint.ts';
import type {
  LearningAnswer,
  LearningFailure,
  LearningJob,
  LearningNews,
} from '#workers/stability/learning/learning.ts';
import { mended } from '../../../crew/mended.ts';
import { sameCure } from './cures.ts';
import { Track } from './track.ts';

/** Who trains: a worker's probe, or a fake in a test. */
export type Teach = (
  job: LearningJob,
  options: AskOptions<LearningNews>,
) => Promise<LearningAnswer>;

/** `resting` can go on; `broken` met a number that is not finite. */
export type TraineeState = 'resting' | 'running' | 'done' | 'broken';

/** From this step on, this cure. */
export interface Leg {
  from: number;
  cure: Cure;
}

/** Checkpoints kept on the way: each holds all weights twice. */
const CHECKPOINTS = 12;

/** One training: it can rest, go on with another cure, and go back to before it broke. */
export class Trainee {
  readonly #teach: Teach;
  readonly #job: LearningJob;
  readonly track: Track;
  /** Counts changes of `track`, which is written in place. */
  version = $state(0);
  state = $state<TraineeState>('resting');
  /** Milliseconds between two steps; counts from the next leg on. */
  pause = 0;
  /** It was told to rest, and may still be at its last step. */
  pausing = false;
  legs = $state.raw<readonly Leg[]>([]);
  failure = $state.raw<LearningFailure | null>(null);
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

  constructor(job: LearningJob, teach: Teach) {
    this.#job = job;
    this.#teach = teach;
    this.track = new Track(job.training.steps, trainableStack(job.stack).depth + 1);
  }

  /** Trains on from where it stands. Where it trains already, it goes on with this cure instead. */
  async train(cure: Cure): Promise<void> {
    this.pausing = false;
    const turn = ++this.#turn;
    this.#abort?.abort();
    await this.#under;
    if (turn !== this.#turn || this.state !== 'resting') return;
    this.#under = this.#leg(cure);
    await this.#under;
  }

  /** Rests after the step under way. */
  rest(): void {
    this.pausing = true;
    this.#turn++;
    this.#abort?.abort();
  }

  /** The last step before it broke from which it can be trained again: of a checkpoint, or 0. */
  get before(): number {
    return this.#before(this.failure?.step ?? 0)?.step ?? 0;
  }

  /** Back to step `to`, which is `before` or 0, and on from there. */
  async replay(to: number, cure: Cure): Promise<void> {
    const { track } = this;
    if (this.state !== 'broken') return;
    this.#checkpoint = this.#before(to + 1);
    const from = this.#checkpoint?.step ?? 0;
    this.#checkpoints = this.#checkpoints.filter(({ step }) => step <= from);
    this.left = { from, losses: track.losses.slice(from, track.length) };
    this.legs = this.legs.filter((leg) => leg.from < from);
    track.cut(from);
    this.version++;
    this.failure = null;
    this.state = 'resting';
    await this.train(cure);
  }

  #before(step: number): LearningCheckpoint | null {
    return this.#checkpoints.findLast((one) => one.step < step) ?? null;
  }

  /** All that is known of it: a row of `norms` and `asymmetry` is a step. */
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

  async #leg(cure: Cure): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    const from = this.#checkpoint?.step ?? 0;
    // A cure that was chosen for no step at all is none.
    const before = this.legs.filter((leg) => leg.from < from);
    const last = before.at(-1);
    this.legs = last && sameCure(last.cure, cure) ? before : [...before, { from, cure }];
    this.state = 'running';
    this.reason = null;
    this.replaced = null;
    const { steps } = this.#job.training;
    const job = {
      ...this.#job,
      training: { ...this.#job.training, cure },
      pause: this.pause,
      checkpointEvery: Math.ceil(steps / CHECKPOINTS),
    };
    // News and answer come by different doors: news that comes after the answer, or from a worker that
    // is gone, is old.
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
            this.replaced = { from: this.#checkpoint?.step ?? 0, reason: reasonOf(error) };
          },
        },
      );
      attempt++;
      this.track.take(answer);
      this.#remember(answer.checkpoints);
      this.#checkpoint = answer.checkpoint;
      this.failure = answer.failure;
      this.state = answer.failure ? 'broken' : answer.checkpoint.step < steps ? 'resting' : 'done';
    } catch (error) {
      attempt++;
      this.#goBack();
      this.reason = reasonOf(error);
      this.state = 'resting';
    }
    this.version++;
  }

  /** Keeps checkpoints on the way, and goes on from the last one if the worker fails. */
  #remember(checkpoints: readonly LearningCheckpoint[]): void {
    for (const one of checkpoints) {
      if (one.step <= (this.#checkpoints.at(-1)?.step ?? 0)) continue;
      this.#checkpoints.push(one);
      if (one.step > (this.#checkpoint?.step ?? 0)) this.#checkpoint = one;
    }
  }

  /** Its worker failed: what came after the last checkpoint is lost. */
  #goBack(): void {
    this.track.cut(this.#checkpoint?.step ?? 0);
    this.version++;
  }
}
