import { describe, expect, it } from 'vitest';
import { withSettingsFrom } from '#lib/experiment/stability/changes.ts';
import { stabilityPreset } from '#lib/experiment/stability/presets.ts';
import { noCure, type Cure } from '#lib/experiment/stability/training.ts';
import { changeNames, cureName } from '#lib/labs/stability/learning/cure-names.ts';
import {
  differingParts,
  remedies,
  sameCure,
  usualCure,
} from '#lib/labs/stability/learning/cures.ts';
import { decadesOf, gradientPixels } from '#lib/labs/stability/learning/heat.ts';
import { spanOf, stepRead } from '#lib/labs/stability/learning/lines.ts';
import { placeMarks } from '#lib/labs/stability/learning/marks.ts';
import { Track } from '#lib/labs/stability/learning/track.ts';
import { Trainee, type Lecture, type Teach } from '#lib/labs/stability/learning/trainee.svelte.ts';
import * as text from '#lib/i18n/en/stability/index.ts';
import type {
  LearningAnswer,
  LearningJob,
  LearningNews,
} from '#workers/stability/learning/learning.ts';

const none = noCure;
const norm: Cure = { ...noCure, kind: 'norm' };
const RATE = stabilityPreset('stuck').training.learningRate;
const STEPS = 24;
const LAYERS = 3;

const job: Lecture = {
  stack: { ...stabilityPreset('stuck').stack, depth: LAYERS - 1 },
  training: { ...stabilityPreset('stuck').training, cure: none, steps: STEPS },
  data: {
    inputs: 1,
    classes: ['a', 'b'],
    train: {
      rows: new Float32Array(1),
      labels: new Int32Array(1),
      trueLabels: new Int32Array(1),
    },
  },
};

/** What steps from `first` to `end` would have done: the loss of a step is its number. */
function series(first: number, end: number): LearningNews {
  const losses = Float64Array.from({ length: end - first }, (_, i) => first + i);
  const norms = Float64Array.from({ length: losses.length * LAYERS }, (_, i) => i + 1);
  const asymmetry = new Float64Array(0);
  return { first, losses, norms, applied: losses.slice(), asymmetry, checkpoints: [] };
}

const at = (step: number) => ({
  step,
  stack: job.stack,
  parameters: new Float32Array(),
  velocity: new Float32Array(),
  healthy: null,
});

/** A teacher who trains to the end, until it is told to stop, or until step `breaks` without a cure. */
function teacher({ breaks = Infinity, held = false } = {}) {
  const jobs: LearningJob[] = [];
  const teach: Teach = async (job, { signal, tell }) => {
    jobs.push(job);
    const first = job.from?.step ?? 0;
    const every = job.checkpointEvery!;
    let end = Math.min(job.training.steps, job.training.cure.kind === 'none' ? breaks : Infinity);
    if (held && !signal!.aborted) {
      tell!(series(first, first + 1));
      await new Promise((stopped) => signal!.addEventListener('abort', stopped));
      end = Math.min(end, first + 5);
    }
    const failed = end === breaks;
    const activations = new Float64Array(LAYERS + 1);
    const trouble = { pass: 'forward', layer: 2, operation: 'activation', value: 'NaN' } as const;
    return {
      ...series(first, end),
      layers: LAYERS,
      trouble: failed ? { ...trouble, step: end, activations, healthy: null } : null,
      verdict: failed ? 'diverged' : 'slow',
      checkpoint: at(end),
      checkpoints: Array.from({ length: end }, (_, i) => at(i + 1)).filter(
        ({ step }) => step > first && step % every === 0,
      ),
    } satisfies LearningAnswer;
  };
  return { jobs, teach };
}

/** The course of the job with another cure from a step on. */
const curedFrom = (step: number, cure: Cure) =>
  withSettingsFrom(job.training, step, { learningRate: RATE, cure });
const leg = (from: number, cure: Cure) => ({ from, learningRate: RATE, cure });

async function turns(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

describe('a training of the view', () => {
  it('runs to its end, and keeps what each step did', async () => {
    const { teach } = teacher();
    const trainee = new Trainee(job, teach);
    await trainee.go();
    expect(trainee.state).toBe('done');
    expect(trainee.track.length).toBe(STEPS);
    expect(trainee.legs).toEqual([leg(0, none)]);
  });

  it('goes on with another cure from where it stands, and keeps where that was', async () => {
    const { jobs, teach } = teacher({ held: true });
    const trainee = new Trainee(job, teach);
    void trainee.go();
    await turns();
    expect(trainee.state).toBe('running');
    expect(trainee.track.length).toBe(1);
    await trainee.rest();
    expect(trainee.state).toBe('resting');
    expect(trainee.step).toBe(5);
    trainee.follow(curedFrom(5, norm));
    void trainee.go();
    await turns();
    expect(jobs.map(({ from, training }) => [from?.step ?? 0, training.cure])).toEqual([
      [0, none],
      [5, norm],
    ]);
    expect(trainee.legs).toEqual([leg(0, none), leg(5, norm)]);
    await trainee.rest();
    expect([...trainee.track.losses.subarray(0, trainee.track.length)]).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });

  it('makes the changes of its course by itself, each at its step', async () => {
    const { jobs, teach } = teacher();
    const trainee = new Trainee({ ...job, training: curedFrom(7, norm) }, teach);
    expect(trainee.legs).toEqual([leg(0, none)]);
    await trainee.go();
    expect(trainee.state).toBe('done');
    expect(jobs.map(({ from, training }) => [from?.step ?? 0, training.steps])).toEqual([
      [0, 7],
      [7, STEPS],
    ]);
    expect(trainee.legs).toEqual([leg(0, none), leg(7, norm)]);
    expect(trainee.now.cure).toEqual(norm);
  });

  it('goes back where it has already taken a step otherwise, and only then', async () => {
    const { jobs, teach } = teacher();
    const trainee = new Trainee(job, teach);
    await trainee.go();
    trainee.follow({ ...job.training });
    expect(trainee.state).toBe('done');
    trainee.follow(curedFrom(9, norm));
    expect([trainee.state, trainee.step, trainee.track.length]).toEqual(['resting', 8, 8]);
    await trainee.go();
    expect(jobs.slice(1).map(({ from, training }) => [from!.step, training.cure.kind])).toEqual([
      [8, 'none'],
      [9, 'norm'],
    ]);
    expect(trainee.state).toBe('done');
  });

  it('keeps its weights where a leg ends before its first step', async () => {
    const jobs: LearningJob[] = [];
    /** The first leg comes to step 6; each after it ends at once, with other weights. */
    const trainee = new Trainee(job, async (job) => {
      jobs.push(job);
      const first = job.from?.step ?? 0;
      return {
        ...series(first, 6),
        layers: LAYERS,
        trouble: null,
        verdict: 'slow',
        checkpoint: { ...at(6), parameters: Float32Array.of(jobs.length) },
      };
    });
    for (let leg = 1; leg <= 3; leg++) {
      const under = trainee.go();
      await trainee.rest();
      await under;
      expect(trainee.step).toBe(6);
    }
    expect(jobs[2].from!.parameters).toEqual(Float32Array.of(1));
  });

  it('takes no other course while it trains', async () => {
    const { teach } = teacher({ held: true });
    const trainee = new Trainee(job, teach);
    void trainee.go();
    await turns();
    expect(() => trainee.follow(curedFrom(9, norm))).toThrow('while it trained');
    await trainee.rest();
  });

  it('ends where a number is lost, and replays from the checkpoint before', async () => {
    const { jobs, teach } = teacher({ breaks: 7 });
    const trainee = new Trainee(job, teach);
    await trainee.go();
    expect(trainee.state).toBe('broken');
    expect(trainee.failure?.step).toBe(7);
    // Checkpoints lie every two steps: 24 in twelve parts.
    expect(trainee.before).toBe(6);
    trainee.replay(trainee.before, curedFrom(6, norm));
    await trainee.go();
    expect(jobs.at(-1)!.from?.step).toBe(6);
    expect(trainee.state).toBe('done');
    expect(trainee.failure).toBeNull();
    expect(trainee.legs).toEqual([leg(0, none), leg(6, norm)]);
    expect(trainee.left).toEqual({ from: 6, losses: Float64Array.of(6) });
  });

  it('replays from the start where it broke before any checkpoint', async () => {
    const { jobs, teach } = teacher({ breaks: 1 });
    const trainee = new Trainee(job, teach);
    await trainee.go();
    expect(trainee.before).toBe(0);
    trainee.replay(0, curedFrom(0, norm));
    await trainee.go();
    expect(jobs.at(-1)!.from).toBeNull();
    expect(trainee.legs).toEqual([leg(0, norm)]);
  });

  it('goes on with another worker from the last checkpoint that was told', async () => {
    const { jobs, teach } = teacher();
    let fails = 2;
    const trainee = new Trainee(job, async (job, options) => {
      if (fails-- <= 0) return teach(job, options);
      const first = job.from?.step ?? 0;
      options.tell!({ ...series(first, first + 5), checkpoints: [at(first + 4)] });
      throw Object.assign(new Error('gone'), { name: 'died' });
    });
    await trainee.go();
    expect(trainee.state).toBe('done');
    expect(jobs.map(({ from }) => from?.step)).toEqual([8]);
    expect(trainee.replaced).toEqual({ from: 8, reason: { kind: 'died', detail: 'gone' } });
    expect([...trainee.track.losses]).toEqual(Array.from({ length: STEPS }, (_, i) => i));
    expect(trainee.legs).toEqual([leg(0, none)]);
  });

  it('takes no news from a worker that is gone', async () => {
    const { teach } = teacher();
    const tells: ((news: LearningNews) => void)[] = [];
    const trainee = new Trainee(job, async (job, options) => {
      tells.push(options.tell!);
      if (tells.length === 1) throw Object.assign(new Error('gone'), { name: 'died' });
      tells[0](series(0, 1));
      expect(trainee.track.length).toBe(0);
      return teach(job, options);
    });
    await trainee.go();
    tells[0](series(0, 2));
    expect(trainee.track.length).toBe(STEPS);
  });

  it('does not ask another worker what this one could not do', async () => {
    let asked = 0;
    const trainee = new Trainee(job, async () => {
      asked++;
      throw new Error('no such layer');
    });
    await trainee.go();
    expect([asked, trainee.state]).toEqual([1, 'resting']);
  });

  it('rests where its worker fails again and again, says why, and can go on', async () => {
    const { teach } = teacher();
    let fails = true;
    const trainee = new Trainee(job, async (job, options) => {
      if (!fails) return teach(job, options);
      options.tell!(series(0, 3));
      throw Object.assign(new Error('gone'), { name: 'died' });
    });
    await trainee.go();
    expect(trainee.state).toBe('resting');
    expect(trainee.reason).toEqual({ kind: 'died', detail: 'gone' });
    expect(trainee.track.length).toBe(0);
    fails = false;
    await trainee.go();
    expect(trainee.state).toBe('done');
    expect(trainee.reason).toBeNull();
  });
});

describe('the step that is read', () => {
  const of = (length: number, state: Trainee['state'] = 'running') =>
    ({ track: { length }, state, left: null }) as unknown as Trainee;

  it('is the last that all have taken, but for those that broke', () => {
    expect(stepRead(null, [of(7), of(30)])).toBe(6);
    expect(stepRead(null, [of(7), of(2, 'broken')])).toBe(6);
    expect(stepRead(null, [of(3, 'broken'), of(2, 'broken')])).toBe(2);
    expect(stepRead(null, [of(0), of(5)])).toBe(0);
    expect(stepRead(null, [])).toBe(0);
  });

  it('may be chosen, up to the last that any has taken', () => {
    expect(stepRead(20, [of(7), of(30)])).toBe(20);
    expect(stepRead(99, [of(7), of(30)])).toBe(29);
  });

  it('has room beside it for what a replay left behind', () => {
    const left = { from: 5, losses: new Float64Array(40) };
    const broken = { ...of(8, 'broken'), left } as unknown as Trainee;
    expect(spanOf([broken], 300)).toBe(54);
    expect(spanOf([of(8, 'broken')], 300)).toBe(10);
    expect(spanOf([broken, of(8)], 300)).toBe(300);
  });
});

describe('names of marks', () => {
  const mark = (step: number, name = 'from step 100: h + f(h)') => ({ step, name });
  const place = (...steps: number[]) =>
    placeMarks(
      steps.map((s) => mark(s)),
      (x) => x,
      10,
      [0, 600],
    );

  it('stand beside their lines, in rows of their own where they would cover one another', () => {
    expect(place(10, 300)).toEqual([
      { x: 14, row: 0 },
      { x: 304, row: 0 },
    ]);
    expect(place(10, 60, 120)!.map(({ row }) => row)).toEqual([0, 1, 2]);
  });

  it('give way to numbers where they do not fit, or a line would strike through one', () => {
    expect(place(10, 60, 120, 130)).toBeNull();
    expect(
      placeMarks([mark(50, 'a name that is much too long')], (x) => x, 10, [0, 90]),
    ).toBeNull();
    // To the left of their lines: the upper name has to be that of the right one.
    expect(place(540, 560)!.map(({ row }) => row)).toEqual([1, 0]);
  });
});

describe('cures', () => {
  it('are the same where they do the same: a limit counts only where there is one', () => {
    expect(sameCure(none, { ...none, limit: 7 })).toBe(true);
    expect(sameCure(norm, { ...norm, limit: 7 })).toBe(false);
    expect(sameCure(none, norm)).toBe(false);
    expect(usualCure('value', 1)).toEqual({ kind: 'value', limit: 5 });
  });

  it('are named by what they change', () => {
    const { stack } = job;
    const all: Cure = {
      kind: 'value',
      limit: 5,
      initialisation: 'he',
      activation: 'scaled-sigmoid',
      residual: 'scaled',
      drop: '0.5',
    };
    expect(differingParts(none, all)).toEqual([
      'gradient',
      'initialisation',
      'activation',
      'residual',
      'drop',
    ]);
    expect(cureName(none, stack, text)).toBe('no cure');
    expect(cureName(all, stack, text)).toBe(
      'clip each value to 5, He, 4σ(x) − 2, h + f(h)/√L, p = 0.5',
    );
    expect(changeNames(all, { ...all, residual: 'as-set' }, stack, text)).toEqual([
      'residual none',
    ]);
    expect(changeNames(all, { ...all, drop: 'as-set' }, stack, text)).toEqual(['dropout none']);
    expect(changeNames(all, { ...all, drop: '0' }, stack, text)).toEqual(['dropout none']);
    expect(changeNames(all, { ...all, kind: 'none' }, stack, text)).toEqual([
      'the gradient as it is',
    ]);
  });

  it('that are offered for a replay keep what the page asks for, and add to it', () => {
    const he: Cure = { ...none, initialisation: 'he', residual: 'identity' };
    const offered = remedies(he, job.stack);
    expect(offered.map(({ key }) => key)).toEqual([
      'none',
      'value',
      'norm',
      'standardised',
      'scaled',
    ]);
    expect(offered[0].cure).toBe(he);
    expect(offered[2].cure).toEqual({ ...he, kind: 'norm', limit: 1 });
    expect(offered[4].cure).toEqual({ ...he, residual: 'scaled' });
    expect(remedies(none, job.stack).map(({ key }) => key)).toContain('xavier-normal');
  });
});

describe('the map of gradients', () => {
  const black = [0, 0, 0] as const;
  const grey = [100, 100, 100] as const;
  const white = [200, 200, 200] as const;
  const colours = {
    scale: [black, grey, white],
    ground: [1, 1, 1],
    zero: [2, 2, 2],
    lost: [3, 3, 3],
  } as const;

  /** A track of one step, layer by layer from the bottom. */
  function trackOf(norms: number[]): Track {
    const track = new Track(2, norms.length);
    const one = Float64Array.of(1);
    track.take({
      first: 0,
      losses: one,
      norms: Float64Array.from(norms),
      applied: one,
      asymmetry: new Float64Array(0),
    });
    return track;
  }

  it('has the first layer at the bottom, and colours by the logarithm', () => {
    const track = trackOf([1e-4, 1e-2, 1]);
    const decades = decadesOf([track]);
    expect(decades).toEqual({ low: -4, high: 0 });
    const pixels = gradientPixels({ track, decades, colours, span: 2 }, 2, 3);
    const at = (x: number, y: number) => [...pixels.subarray(4 * (2 * y + x), 4 * (2 * y + x) + 4)];
    expect([at(0, 0), at(0, 1), at(0, 2)]).toEqual([
      [...white, 255],
      [...grey, 255],
      [...black, 255],
    ]);
    // A step that was not taken is left out.
    expect(at(1, 0)).toEqual([0, 0, 0, 0]);
  });

  it('hatches what is exactly 0 and what is not finite, each in its way', () => {
    const track = trackOf([0, Number.NaN]);
    const decades = decadesOf([track]);
    const pixels = gradientPixels({ track, decades, colours, span: 1 }, 14, 14);
    const seen = (from: number, to: number) =>
      new Set(Array.from({ length: (to - from) * 14 }, (_, i) => pixels[4 * (from * 14 + i)]));
    expect(seen(0, 7)).toEqual(new Set([1, 3]));
    expect(seen(7, 14)).toEqual(new Set([1, 2]));
  });

  it('tells apart no more decades than a colour can', () => {
    expect(decadesOf([trackOf([1e-40, 1e30])])).toEqual({ low: -12, high: 12 });
    expect(decadesOf([])).toEqual({ low: -1, high: 0 });
  });
});
