import { describe, expect, it } from 'vitest';
import { noCure, type Cure } from '#lib/experiment/stability/training.ts';
import type { ProberStaff } from '#lib/labs/stability/prober-staff.ts';
import { StabilityLab } from '#lib/labs/stability/stability-lab.svelte.ts';
import type { LearningAnswer, LearningJob } from '#workers/stability/learning/learning.ts';

const trouble = {
  pass: 'forward',
  layer: 1,
  operation: 'activation',
  value: 'NaN',
  activations: new Float64Array(),
  healthy: null,
} as const;
const norm: Cure = { ...noCure, kind: 'norm' };

/** Workers that train a step when they are asked and then wait to be stopped, and are counted. */
function staff() {
  const seen = { hired: 0, home: 0, drawn: 0 };
  /** Without a cure, the step of this number is lost at once. */
  const breaks = { at: Number.POSITIVE_INFINITY };
  let draw: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (draw = resolve));
  const all: ProberStaff = {
    async desk() {
      seen.hired++;
      const closed = new AbortController();
      return {
        ask: (_name, job, options) =>
          new Promise((resolve, reject) => {
            const { from, stack, training } = job as LearningJob;
            const lost = (from?.step ?? 0) >= breaks.at && training.cure.kind === 'none';
            const step = (from?.step ?? 0) + (lost ? 0 : 1);
            const numbers = new Float32Array();
            const answer: LearningAnswer = {
              first: lost ? step : step - 1,
              losses: new Float64Array(lost ? 0 : 1),
              norms: new Float64Array(lost ? 0 : stack.depth + 1),
              applied: new Float64Array(lost ? 0 : 1),
              asymmetry: new Float64Array(),
              layers: stack.depth + 1,
              trouble: lost ? { step, ...trouble } : null,
              verdict: 'slow',
              checkpoint: { step, stack, parameters: numbers, velocity: numbers, healthy: null },
              checkpoints: [],
            };
            if (lost) resolve(answer as never);
            options?.signal?.addEventListener('abort', () => resolve(answer as never));
            closed.signal.addEventListener('abort', () =>
              reject(new DOMException('The desk was closed.', 'AbortError')),
            );
          }),
        retire() {
          seen.home++;
          closed.abort();
        },
      };
    },
    async data() {
      await held;
      seen.drawn++;
      const rows = new Float32Array(1);
      const labels = new Int32Array(1);
      const part = { rows, labels, trueLabels: labels };
      return { inputs: 1, classes: ['a', 'b'], train: part, test: part } as never;
    },
    cores: async () => 1,
  };
  return { seen, breaks, all, draw: () => draw() };
}

async function turns(): Promise<void> {
  for (let i = 0; i < 50; i++) await Promise.resolve();
}

async function begun(beside: boolean, preset = 'stuck') {
  const { seen, breaks, all, draw } = staff();
  const lab = new StabilityLab(all);
  lab.open(`preset=${preset}&view=learning`);
  const { lesson } = lab;
  const started = lesson.start(lab.state, beside);
  return { seen, breaks, draw, lab, lesson, started };
}

describe('a lesson', () => {
  it('sends home every worker that it hired, whatever was under way', async () => {
    const { seen, draw, lab, lesson, started } = await begun(true);
    draw();
    await started;
    await turns();
    expect(seen).toMatchObject({ hired: 2, home: 0 });
    expect(lesson.phase).toBe('running');
    lesson.compare(false);
    await turns();
    expect(seen).toMatchObject({ hired: 2, home: 1 });
    lesson.compare(true);
    await turns();
    expect(seen).toMatchObject({ hired: 3, home: 1 });
    lesson.clear();
    lab.dispose();
    await turns();
    expect(seen).toMatchObject({ hired: 3, home: 3 });
  });

  it('trains beside it what was asked for while the data were drawn', async () => {
    const { draw, lab, lesson, started } = await begun(false);
    lesson.compare(true);
    draw();
    await started;
    expect(lesson.twin?.state).toBe('running');
    lesson.clear();
    lab.dispose();
  });

  it('stays paused where a cure is chosen before the last step has ended', async () => {
    const { draw, lab, lesson, started } = await begun(false);
    draw();
    await started;
    await turns();
    lesson.pause();
    await lesson.change('training.cure.kind', 'norm');
    expect(lesson.phase).toBe('paused');
    expect(lab.state.training.changes).toEqual([
      { step: 1, path: 'training.cure.kind', value: 'norm' },
    ]);
    lesson.clear();
    lab.dispose();
  });

  it('goes on with another learning rate in both, and with a cure in one, from one step', async () => {
    const { draw, lab, lesson, started } = await begun(true);
    draw();
    await started;
    await turns();
    // Two at once are made at one step.
    const rate = lesson.change('training.learningRate', 0.5);
    const cure = lesson.change('training.cure.kind', 'norm');
    expect(lesson.now).toEqual({ learningRate: 0.5, cure: norm });
    expect(lesson.phase).toBe('running');
    await Promise.all([rate, cure]);
    const { main, twin } = lesson;
    expect(main!.training.changes).toEqual([
      { step: 1, path: 'training.learningRate', value: 0.5 },
      { step: 1, path: 'training.cure.kind', value: 'norm' },
    ]);
    expect(twin!.training.changes).toEqual([
      { step: 1, path: 'training.learningRate', value: 0.5 },
    ]);
    expect([main!.state, twin!.state]).toEqual(['running', 'running']);
    // The state of the page, and with it the link, says the same.
    expect(lab.state.training).toEqual(main!.training);
    expect(lesson.missed(lab.state)).toBe(false);
    expect(lab.query).toContain('change=1:lr:0.5&change=1:cure:norm');
    lesson.clear();
    lab.dispose();
  });

  it('keeps what the link plans for the very step at which something else is changed', async () => {
    const { draw, lab, lesson, started } = await begun(false, 'stuck&change=1:cure:norm');
    draw();
    await started;
    await turns();
    await lesson.change('training.learningRate', 0.5);
    expect(lesson.main!.step).toBe(1);
    expect(lab.query).toContain('change=1:lr:0.5&change=1:cure:norm');
    lesson.clear();
    lab.dispose();
  });

  it('changes nothing of another stop that is chosen before the step under way has ended', async () => {
    const { draw, lab, lesson, started } = await begun(false);
    draw();
    await started;
    await turns();
    const change = lesson.change('training.learningRate', 0.5);
    lab.choose('rescued');
    await change;
    await turns();
    expect(lab.query).toBe('preset=rescued');
    expect(lesson.phase).toBe('idle');
    lab.dispose();
  });

  it('stays paused where it was paused while something is being changed', async () => {
    const { draw, lab, lesson, started } = await begun(true);
    draw();
    await started;
    await turns();
    const change = lesson.change('training.learningRate', 0.5);
    lesson.pause();
    await change;
    await turns();
    expect(lesson.phase).toBe('paused');
    expect(lab.query).toContain('change=1:lr:0.5');
    lesson.resume();
    expect([lesson.main!.state, lesson.twin!.state]).toEqual(['running', 'running']);
    lesson.clear();
    lab.dispose();
  });

  it('has the one beside it change, too, where that begins while something is being changed', async () => {
    const { draw, lab, lesson, started } = await begun(false);
    draw();
    await started;
    await turns();
    const change = lesson.change('training.learningRate', 0.5);
    lesson.compare(true);
    await change;
    expect(lesson.twin!.training.changes).toEqual(lesson.main!.training.changes);
    expect(lesson.twin!.state).toBe('running');
    lesson.clear();
    lab.dispose();
  });

  it('does not begin where it is paused before its data are there', async () => {
    const { seen, draw, lab, lesson, started } = await begun(true);
    lesson.pause();
    draw();
    await started;
    await turns();
    expect(lesson.phase).toBe('paused');
    expect(seen.hired).toBe(0);
    lesson.resume();
    expect(lesson.phase).toBe('running');
    lesson.clear();
    lab.dispose();
  });

  it('is replayed with another cure, and all else changes as it did', async () => {
    const { breaks, draw, lab, lesson, started } = await begun(false);
    breaks.at = 1;
    draw();
    await started;
    await turns();
    await lesson.change('training.learningRate', 0.5);
    await turns();
    expect(lesson.main!.state).toBe('broken');
    await lesson.replay(0, { learningRate: 0.5, cure: norm });
    await turns();
    expect(lesson.phase).toBe('running');
    expect(lab.query).toContain('&change=1:lr:0.5');
    expect(lab.state.training).toMatchObject({ cure: norm, learningRate: 0.01 });
    lesson.clear();
    lab.dispose();
  });

  it('leaves alone what is asked for next, but for what was changed', async () => {
    const { draw, lab, lesson, started } = await begun(false);
    draw();
    await started;
    await turns();
    lab.show('learning');
    lab.set('stack.depth', 7);
    await lab.change('training.learningRate', 0.5);
    expect(lesson.main!.training.changes).toHaveLength(1);
    expect(lab.state.stack.depth).toBe(7);
    expect(lab.state.training).toMatchObject({ learningRate: 0.5, changes: [] });
    expect(lesson.missed(lab.state)).toBe(true);
    lesson.clear();
    lab.dispose();
  });

  it('shows what it came to; another training begins with that, and the link repeats the way', async () => {
    const { draw, lab, lesson, started } = await begun(false);
    draw();
    await started;
    await turns();
    await lab.change('training.cure.kind', 'norm');
    await turns();
    expect(lab.shown.training).toEqual({ ...lab.state.training, cure: norm, changes: [] });
    expect(lab.state.training).toMatchObject({ cure: noCure, changes: [{ step: 1 }] });
    lab.set('stack.depth', 7);
    expect(lab.state.training).toMatchObject({ cure: norm, changes: [] });
    lesson.clear();
    lab.dispose();
  });
});
