import { describe, expect, it } from 'vitest';
import { buildDataSet } from '#lib/data/build.ts';
import { withSettingsFrom } from '#lib/experiment/stability/changes.ts';
import { stabilityPreset, type StabilityPresetName } from '#lib/experiment/stability/presets.ts';
import type { StackSpec } from '#lib/experiment/stability/stack.ts';
import {
  dataSpecOf,
  noCure,
  trainable,
  trainableStack,
  type TrainingSpec,
} from '#lib/experiment/stability/training.ts';
import { Trainee, type Teach } from '#lib/labs/stability/learning/trainee.svelte.ts';
import {
  learning,
  type LearningJob,
  type LearningNews,
} from '#workers/stability/learning/learning.ts';
import { verdictOf } from '#workers/stability/learning/verdict.ts';
import { memory } from './memory.ts';
import { listener } from '../workers/listener.ts';

const built = await buildDataSet(dataSpecOf({ data: 'moons', examples: 100 }), 1, []);
if (!built.ok) throw new Error(built.problem.kind);
const { data } = built;

const jobOf = (
  preset: StabilityPresetName,
  training: Partial<TrainingSpec> = {},
  stack: Partial<StackSpec> = {},
): LearningJob => {
  const state = stabilityPreset(preset);
  return {
    stack: { ...state.stack, depth: 6, width: 16, ...stack },
    training: { ...state.training, steps: 20, batch: 20, ...training },
    data,
  };
};

async function ask(job: LearningJob, turns?: number) {
  const { told, conversation } = listener<LearningNews>(turns);
  return { told, answer: await learning(memory, job, conversation) };
}

describe('learning', () => {
  it('answers with a loss a step, a norm a step and layer, and where it stands', async () => {
    const { answer } = await ask({ ...jobOf('rescued'), checkpointEvery: 8 });
    expect(answer).toMatchObject({ first: 0, layers: 7, trouble: null });
    expect(answer.losses).toHaveLength(20);
    expect(answer.norms).toHaveLength(20 * 7);
    expect(answer.applied).toHaveLength(20);
    expect(answer.asymmetry).toHaveLength(0);
    expect(answer.checkpoint.step).toBe(20);
    expect(answer.checkpoints.map(({ step }) => step)).toEqual([8, 16]);
  });

  it('goes on from a checkpoint as if it had never stopped', async () => {
    const whole = await ask({ ...jobOf('rescued'), checkpointEvery: 8 });
    const rest = await ask({ ...jobOf('rescued'), from: whole.answer.checkpoints[0] });
    expect(rest.answer.first).toBe(8);
    expect(rest.answer.losses).toEqual(whole.answer.losses.subarray(8));
    expect(rest.answer.checkpoint).toEqual(whole.answer.checkpoint);
  });

  it('goes on with another cure, from where it was stopped', async () => {
    const begun = await ask(jobOf('rescued'), 7);
    expect(begun.answer.checkpoint.step).toBe(7);
    const cured = await ask({
      ...jobOf('rescued', { cure: { ...noCure, kind: 'norm', limit: 1e-3 } }),
      from: begun.answer.checkpoint,
    });
    expect(cured.answer.first).toBe(7);
    cured.answer.applied.forEach((norm) => expect(norm).toBeLessThanOrEqual(1e-3 * (1 + 1e-6)));
  });

  it('ends at the first number that is lost, with what was still healthy', async () => {
    const job = jobOf('explodes', { learningRate: 1 }, { depth: 40, width: 32 });
    const { answer } = await ask(job);
    expect(answer.verdict).toBe('diverged');
    const { step, healthy, ...trouble } = answer.trouble!;
    expect(step).toBe(answer.losses.length);
    expect(answer.checkpoint.step).toBe(step);
    expect(trouble.layer).toBeGreaterThan(0);
    expect(['Infinity', '-Infinity', 'NaN']).toContain(trouble.value);
    if (step > 0) expect(healthy!.loss).toBe(answer.losses[step - 1]);
    const again = await ask({ ...job, from: answer.checkpoint });
    // What was healthy before is known from the checkpoint, too.
    expect(again.answer.trouble).toEqual(answer.trouble);
  });

  it('follows the symmetry of constant weights: dropout breaks it', async () => {
    const kept = await ask(jobOf('symmetry'));
    const broken = await ask(jobOf('broken-symmetry'));
    expect(new Set(kept.answer.asymmetry)).toEqual(new Set([0]));
    // A row of six layers a step.
    expect(broken.answer.asymmetry).toHaveLength(20 * 6);
    expect(broken.answer.asymmetry.subarray(19 * 6).every((largest) => largest > 0)).toBe(true);
  });

  it('tells each step and each checkpoint once', async () => {
    const { told, answer } = await ask({
      ...jobOf('rescued', { steps: 60 }),
      checkpointEvery: 5,
    });
    expect(told.length).toBeGreaterThan(5);
    let next = 0;
    for (const { first, losses } of told) {
      expect(first).toBe(next);
      expect(losses).toEqual(answer.losses.subarray(first, first + losses.length));
      next += losses.length;
    }
    const kept = told.flatMap(({ checkpoints }) => checkpoints);
    expect(kept.length).toBeGreaterThan(5);
    expect(kept).toEqual(answer.checkpoints.slice(0, kept.length));
  });

  it('puts in place what a cure says: a stack that is stuck gets its skips, and learns', async () => {
    const stuck = jobOf('stuck', { steps: 60 });
    const cure = { ...noCure, residual: 'identity' } as const;
    const plain = await ask(stuck);
    const from = plain.answer.checkpoint;
    const cured = await ask({ ...stuck, training: { ...stuck.training, steps: 400, cure }, from });
    expect(plain.answer.verdict).toBe('slow');
    expect(cured.answer.first).toBe(60);
    expect(cured.answer.checkpoint.stack.residual).toBe('identity');
    expect(cured.answer.losses.at(-1)!).toBeLessThan(plain.answer.losses.at(-1)! / 2);
    // As the network that had them from the start, given the same stack otherwise.
    const { losses } = (await ask(jobOf('rescued', { steps: 3 }))).answer;
    const same = await ask(jobOf('stuck', { steps: 3, cure }));
    expect(same.answer.losses).toEqual(losses);
  });

  it('trains nothing deeper or wider than it can in a minute', () => {
    const { stack } = stabilityPreset('he');
    expect(trainableStack({ ...stack, depth: 200, width: 512 })).toMatchObject(trainable);
    expect(trainableStack({ ...stack, depth: 3, width: 8 })).toMatchObject({ depth: 3, width: 8 });
  });
});

describe('the verdict', () => {
  const flat = (loss: number) => new Float64Array(100).fill(loss);
  it('is of the last tenth, by what guessing gives', () => {
    expect(verdictOf(flat(2.3), 10, false)).toBe('slow');
    expect(verdictOf(flat(1), 10, false)).toBe('converged');
    expect(verdictOf(flat(5), 10, false)).toBe('diverged');
    expect(verdictOf(flat(1), 10, true)).toBe('diverged');
    expect(verdictOf([...flat(9), ...flat(0.1)], 10, false)).toBe('converged');
  });
});

describe('a training with changes', () => {
  it('gives the same numbers bit for bit, whether they are made by hand or planned', async () => {
    const { stack, training } = jobOf('rescued', { steps: 12 });
    const plain: TrainingSpec = { ...training, changes: [] };
    const lecture = { stack, training: plain, data };
    /** Somebody whose worker stops after some steps in its first leg. */
    const teacher = (stopAfter = Number.POSITIVE_INFINITY): Teach => {
      let legs = 0;
      return async (job) => (await ask(job, legs++ === 0 ? stopAfter : undefined)).answer;
    };
    const wanted = {
      learningRate: 0.02,
      cure: { ...noCure, activation: 'scaled-sigmoid' },
    } as const;

    const byHand = new Trainee(lecture, teacher(5));
    const begun = byHand.go();
    await byHand.rest();
    await begun;
    expect(byHand.step).toBe(5);
    const course = withSettingsFrom(plain, byHand.step, wanted);
    byHand.follow(course);
    await byHand.go();

    const planned = new Trainee({ ...lecture, training: course }, teacher());
    await planned.go();
    expect(planned.state).toBe('done');
    expect(planned.figures()).toEqual(byHand.figures());
    const steady = new Trainee(lecture, teacher());
    await steady.go();
    expect(steady.track.losses.subarray(0, 5)).toEqual(planned.track.losses.subarray(0, 5));
    expect(steady.track.losses[11]).not.toBe(planned.track.losses[11]);
  });
});
