import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { VariantName } from '#lib/experiment/experiment.ts';
import type { Divergence, Trainer } from '#lib/protocol/protocol.ts';
import { never, world, type FakeTrainer, type World } from './fake-staff.ts';
import { calm, isDone, stage as newStage, tenSteps, waitAt, type Stage } from './harness.ts';

const stages: Stage[] = [];
function stage(...of: Parameters<typeof newStage>): Stage {
  const made = newStage(...of);
  stages.push(made);
  return made;
}
afterEach(() => stages.splice(0).forEach(({ run }) => run.dispose()));

const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const both: VariantName[] = ['single', 'dropout'];

/** Pauses at a step, which takes a checkpoint there, and goes on. */
async function checkpointAt(step: number, { run }: Stage): Promise<void> {
  for (let at = 0; at < step; at++) await run.step();
  await calm();
}

/** Something that happens once, before a step of the first worker of `single`. */
function once(step: number, act: (trainer: FakeTrainer) => void | Promise<void>) {
  let left = 1;
  return (trainer: FakeTrainer) => {
    if (trainer.variant !== 'single' || trainer.step !== step || left === 0) return undefined;
    left--;
    return act(trainer);
  };
}

function withSteps(beforeStep: World['beforeStep']): World {
  return { ...world(), beforeStep };
}

describe('a worker that throws', () => {
  it('is replaced and goes on from its checkpoint, without a point told twice', async () => {
    const here = stage(
      tenSteps(both),
      withSteps(
        once(7, () => {
          throw new Error('out of memory');
        }),
      ),
    );
    await checkpointAt(3, here);
    await here.run.resume();
    await here.until(isDone);
    const { notices, curves } = here.variant('single');
    expect(notices).toEqual([
      {
        kind: 'worker-replaced',
        variant: 'single',
        step: 3,
        reason: { kind: 'unforeseen', detail: 'out of memory' },
        attempt: 1,
      },
    ]);
    expect([...curves.step]).toEqual(steps);
    const [first, second] = here.hired('single');
    expect(first.alive).toBe(false);
    expect(second.job?.checkpoint?.step).toBe(3);
    expect(here.hired('dropout')).toHaveLength(1);
  });

  it('goes on from a checkpoint that was taken while it trained', async () => {
    const at = waitAt(4);
    const throws = once(6, () => {
      throw new Error('broken');
    });
    const here = stage(
      tenSteps(['single']),
      withSteps(async (trainer) => {
        await at.beforeStep(trainer);
        await throws(trainer);
      }),
      { limits: { checkpoint: 1 } },
    );
    await here.run.start();
    await here.until(({ variants }) => variants[0].step === 4);
    while ((await here.run.checkpoint('single'))?.step !== 4) await calm();
    at.release();
    await here.until(isDone);
    expect(here.hired('single')[1].job!.checkpoint!.step).toBeGreaterThanOrEqual(4);
    expect([...here.variant('single').curves.step]).toEqual(steps);
  });

  it('is given up after three replacements, with the reason; the others go on', async () => {
    const here = stage(
      tenSteps(both),
      withSteps((trainer) => {
        if (trainer.variant === 'single' && trainer.step === 2) throw new Error('always');
      }),
    );
    await here.run.start();
    await here.until(isDone);
    const { status, notices } = here.variant('single');
    expect(status).toBe('failed');
    expect(notices.map(({ kind }) => kind)).toEqual([
      'worker-replaced',
      'worker-replaced',
      'worker-replaced',
      'variant-failed',
    ]);
    expect(notices.at(-1)).toMatchObject({ reason: { detail: 'always' } });
    expect(here.hired('single')).toHaveLength(4);
    expect(here.variant('dropout').status).toBe('done');
  });

  it('fails the run where no variant is left, with the reason', async () => {
    const here = stage(
      tenSteps(['single']),
      withSteps(() => {
        throw new Error('always');
      }),
    );
    await here.run.start();
    await here.until(({ state }) => state === 'failed');
    expect(here.view().reason).toEqual({ kind: 'unforeseen', detail: 'always' });
  });
});

describe('a worker that dies', () => {
  const calls: (keyof Trainer)[] = ['prepare', 'checkpoint', 'evaluate', 'pause', 'setChanges'];

  it.each(calls)('during %s is replaced, and the run comes to its end', async (call) => {
    let left = 1;
    const at = waitAt(4);
    const here = stage(tenSteps(['single']), {
      ...world(),
      beforeStep: at.beforeStep,
      beforeCall(name, trainer) {
        if (name !== call || trainer.variant === null || left === 0) return undefined;
        left--;
        trainer.die('The worker failed: gone');
        return never;
      },
    });
    await here.run.start();
    await calm();
    await here.run.pause();
    await here.run.change('training.learningRate', 0.1);
    at.release();
    await here.run.resume();
    await here.until(isDone);
    expect(left).toBe(0);
    expect(here.variant('single').notices).toMatchObject([
      { kind: 'worker-replaced', reason: { kind: 'died' }, attempt: 1 },
    ]);
    expect([...here.variant('single').curves.step]).toEqual(steps);
    expect(here.hired('single').at(-1)!.changes).toHaveLength(1);
  });

  it('during a step is replaced', async () => {
    const here = stage(
      tenSteps(['single']),
      withSteps(
        once(5, (trainer) => {
          trainer.die('The worker failed: gone');
          return never;
        }),
      ),
    );
    await here.run.start();
    await here.until(isDone);
    expect([...here.variant('single').curves.step]).toEqual(steps);
  });

  it('while it rests is replaced when it is needed again', async () => {
    const here = stage(tenSteps(['single']));
    await checkpointAt(4, here);
    here.hired('single')[0].die('The worker failed: gone');
    await here.run.resume();
    await here.until(isDone);
    expect(here.hired('single')[1].job?.checkpoint?.step).toBe(4);
  });

  it('while it is paused by a control does not lose the pause', async () => {
    const here = stage(tenSteps(['single']));
    await checkpointAt(2, here);
    here.hired('single')[0].die('The worker failed: gone');
    await here.run.step();
    expect(here.view().state).toBe('paused');
    expect(here.variant('single').step).toBe(3);
  });
});

describe('a worker that hangs', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
  afterEach(() => void vi.useRealTimers());

  it('is replaced after a time without news', async () => {
    const here = stage(
      tenSteps(['single']),
      {
        ...withSteps(once(6, () => never)),
        // A hung worker answers nothing.
        beforeCall: (name, trainer) =>
          name === 'checkpoint' && trainer.step === 6 ? never : undefined,
      },
      { limits: { news: 30_000, newsSteps: 0 } },
    );
    await here.run.start();
    await here.until(({ variants }) => variants[0].step === 6);
    vi.advanceTimersByTime(24_000);
    await calm();
    expect(here.variant('single').notices).toEqual([]);
    vi.advanceTimersByTime(6_000);
    await here.until(isDone);
    expect(here.variant('single').notices).toMatchObject([
      { kind: 'worker-replaced', reason: { kind: 'hung' } },
    ]);
    expect([...here.variant('single').curves.step]).toEqual(steps);
  });

  it('is told from one whose steps are slow', async () => {
    const at = waitAt(6);
    const here = stage(tenSteps(['single']), withSteps(at.beforeStep), {
      limits: { news: 30, newsSteps: 10 },
    });
    await here.run.start();
    await here.until(({ variants }) => variants[0].step === 6);
    // A step took a tenth of a second, so that ten steps take a second.
    vi.advanceTimersByTime(900);
    at.release();
    await here.until(isDone);
    expect(here.variant('single').notices).toEqual([]);
  });

  it('may be slow as long as it answers when a checkpoint is asked for', async () => {
    const at = waitAt(6);
    const here = stage(tenSteps(['single']), withSteps(at.beforeStep), {
      limits: { news: 30_000, newsSteps: 0, checkpoint: 5_000 },
    });
    await here.run.start();
    await here.until(({ variants }) => variants[0].step === 6);
    for (let i = 0; i < 20; i++) {
      vi.advanceTimersByTime(5_000);
      await calm();
    }
    at.release();
    await here.until(isDone);
    expect(here.variant('single').notices).toEqual([]);
  });

  it('never says that it is ready: it is not called, and the run says so', async () => {
    const here = stage(tenSteps(['single']), { ...world(), saysReady: false });
    const started = here.run.start();
    await calm();
    // The scout is tried for WASM, then for CPU.
    for (let i = 0; i < 2; i++) {
      vi.advanceTimersByTime(60_000);
      await calm();
    }
    await started;
    expect(here.view().state).toBe('failed');
    expect(here.view().reason).toMatchObject({ kind: 'no-backend' });
    expect(here.view().reason?.detail).toContain('gave no answer for 60 s');
    expect(here.world.log).toEqual([]);
  });
});

describe('a lost WebGL context', () => {
  const onWebgl = (variants: VariantName[]) => tenSteps(variants, { backend: 'webgl' });
  const lose = () => {
    throw new Error('context-lost: the WebGL context was lost.');
  };

  it('is followed by a fresh one, from the checkpoint', async () => {
    const here = stage(onWebgl(both), withSteps(once(7, lose)));
    await checkpointAt(3, here);
    await here.run.resume();
    await here.until(isDone);
    const { notices, curves, environment } = here.variant('single');
    expect(notices).toEqual([{ kind: 'context-lost', variant: 'single', step: 3, to: 'webgl' }]);
    expect(environment?.backend).toBe('webgl');
    expect([...curves.step]).toEqual(steps);
  });

  it('that is lost again soon sends the variant to WASM', async () => {
    const here = stage(
      onWebgl(both),
      withSteps(({ variant, step, job }) => {
        if (variant === 'single' && step === 7 && job?.backend === 'webgl') lose();
      }),
    );
    await here.run.start();
    await here.until(isDone);
    const { notices, curves, environment } = here.variant('single');
    expect(notices).toMatchObject([
      { kind: 'context-lost', to: 'webgl' },
      { kind: 'context-lost', to: 'wasm' },
    ]);
    expect(environment?.backend).toBe('wasm');
    expect([...curves.step]).toEqual(steps);
    expect(here.variant('dropout').environment?.backend).toBe('webgl');
  });

  it('that is lost again after a while is asked for again', async () => {
    let lost = 0;
    let time = 0;
    const here = stage(
      onWebgl(['single']),
      withSteps(() => {
        if (lost >= 3) return;
        lost++;
        time += 61_000;
        lose();
      }),
      { now: () => time },
    );
    await here.run.start();
    await here.until(isDone);
    expect(here.variant('single').notices).toMatchObject(
      Array.from({ length: 3 }, () => ({ kind: 'context-lost', to: 'webgl' })),
    );
  });

  it('that cannot be had again sends the variant to WASM', async () => {
    let prepared = 0;
    const here = stage(onWebgl(['single']), {
      ...withSteps(once(7, lose)),
      beforeCall(name, { job }) {
        if (name !== 'prepare' || job?.backend !== 'webgl' || ++prepared < 2) return;
        throw new Error('This browser gives no WebGL 2 context in a worker.');
      },
    });
    await here.run.start();
    await here.until(isDone);
    expect(here.variant('single').notices).toMatchObject([
      { kind: 'context-lost', to: 'webgl' },
      { kind: 'context-lost', to: 'wasm' },
    ]);
  });

  it('that one worker could never get sends its variant to WASM, with the reason', async () => {
    const here = stage(onWebgl(['single']), {
      ...world(),
      beforeCall(name, { job }) {
        if (name === 'prepare' && job?.backend === 'webgl') throw new Error('too many contexts');
      },
    });
    await here.run.start();
    await here.until(isDone);
    expect(here.variant('single').notices).toEqual([
      {
        kind: 'backend-fallback',
        from: 'webgl',
        to: 'wasm',
        reason: { kind: 'unforeseen', detail: 'too many contexts' },
      },
    ]);
  });
});

describe('a number that becomes NaN', () => {
  const divergence = (member: number): Divergence => ({
    member,
    step: 4,
    layer: 2,
    operation: 'pre-activation',
    value: 'NaN',
  });

  it('is named once with its place, and the other members go on', async () => {
    const here = stage(
      tenSteps(['full-ensemble']),
      withSteps((trainer) => {
        if (trainer.step >= 4) trainer.divergences = [divergence(3)];
      }),
    );
    await here.run.start();
    await here.until(isDone);
    const { divergences, notices, step } = here.variant('full-ensemble');
    expect(divergences).toEqual([divergence(3)]);
    expect(notices).toEqual([
      { kind: 'diverged', variant: 'full-ensemble', divergence: divergence(3) },
    ]);
    expect(step).toBe(10);
  });

  it('in every member ends the variant, whose curves and weights stay', async () => {
    const here = stage(tenSteps(both), {
      ...withSteps((trainer) => {
        if (trainer.variant !== 'single' || trainer.step < 4) return;
        trainer.divergences = [divergence(0)];
        trainer.diverged = trainer.step === 5;
      }),
      beforeCall(name, { diverged }) {
        if (name === 'evaluate' && diverged) throw new Error('nothing to evaluate');
      },
    });
    await here.run.start();
    await here.until(isDone);
    const { status, step, notices } = here.variant('single');
    expect(status).toBe('done');
    expect(step).toBe(5);
    expect(notices.map(({ kind }) => kind)).toEqual(['diverged']);
    expect(here.variant('dropout').step).toBe(10);
  });
});

describe('a tab in the background', () => {
  it('is noted once', () => {
    const { run, view } = stage(tenSteps(['single']));
    run.slowed();
    run.slowed();
    expect(view().notices).toEqual([{ kind: 'slowed' }]);
  });
});
