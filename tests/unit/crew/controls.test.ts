import { afterEach, describe, expect, it } from 'vitest';
import type { VariantName } from '#lib/experiment/experiment.ts';
import { variantNames } from '#lib/experiment/experiment.ts';
import { world } from './fake-staff.ts';
import { calm, isDone, stage as newStage, tenSteps, waitAt, type Stage } from './harness.ts';

const stages: Stage[] = [];
function stage(...of: Parameters<typeof newStage>): Stage {
  const made = newStage(...of);
  stages.push(made);
  return made;
}
afterEach(() => stages.splice(0).forEach(({ run }) => run.dispose()));

const two: VariantName[] = ['single', 'dropout'];

describe('a run', () => {
  it('is idle, then starting, then running, then done', async () => {
    const { run, view, until } = stage(tenSteps(two));
    expect(view().state).toBe('idle');
    const started = run.start();
    expect(view().state).toBe('starting');
    await started;
    await until(({ state }) => state === 'running');
    await until(isDone);
    for (const variant of view().variants) {
      expect(variant.status).toBe('done');
      expect(variant.step).toBe(10);
      expect([...variant.curves.step]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(variant.evaluations[0].step).toBe(10);
      expect(variant.environment?.backend).toBe('wasm');
    }
  });

  it('sends every worker home when its variant is done', async () => {
    const { run, until, world } = stage(tenSteps(two), undefined, { averageWhenDone: false });
    await run.start();
    await until(isDone);
    expect(world.trainers.some(({ alive }) => alive)).toBe(false);
  });

  it('keeps the weights of variants that are done', async () => {
    const { run, until } = stage(tenSteps(two));
    await run.start();
    await until(isDone);
    expect((await run.checkpoint('single'))?.step).toBe(10);
  });

  it('starts once, however often it is asked', async () => {
    const { run, until, hired } = stage(tenSteps(['single']));
    await Promise.all([run.start(), run.start()]);
    await until(isDone);
    expect(hired('single')).toHaveLength(1);
  });

  it('keeps the same view of a variant that did not change', async () => {
    const at = waitAt(3);
    const { run, view, until } = stage(tenSteps(two), { ...world(), beforeStep: at.beforeStep });
    await run.start();
    await until(({ variants }) => variants.every(({ step }) => step === 3));
    await calm();
    expect(view().variants[0]).toBe(view().variants[0]);
  });
});

describe('pause and resume', () => {
  it('are acknowledged at once, and training ends after its step', async () => {
    const at = waitAt(4);
    const { run, view, until } = stage(tenSteps(two), { ...world(), beforeStep: at.beforeStep });
    await run.start();
    await until(({ variants }) => variants.every(({ step }) => step === 4));
    const paused = run.pause();
    expect(view().state).toBe('paused');
    await paused;
    await until(({ variants }) => variants.every(({ status }) => status === 'paused'));
    expect(view().variants.map(({ step }) => step)).toEqual([4, 4]);
    at.release();
    await run.resume();
    expect(view().state).toBe('running');
    await until(isDone);
  });

  it('take a checkpoint at the pause', async () => {
    const at = waitAt(4);
    const { run, world: asked } = stage(tenSteps(['single']), {
      ...world(),
      beforeStep: at.beforeStep,
    });
    await run.start();
    await calm();
    await run.pause();
    await calm();
    expect(asked.log.at(-1)).toBe('single checkpoint');
  });

  it('may come while the run starts', async () => {
    const { run, view, until } = stage(tenSteps(two));
    const started = run.start();
    await run.pause();
    expect(view().state).toBe('paused');
    await started;
    await until(({ variants }) => variants.every(({ status }) => status === 'paused'));
    expect(view().variants.map(({ step }) => step)).toEqual([0, 0]);
    await run.resume();
    await until(isDone);
  });

  it('may be pressed twice, and in a hurry', async () => {
    const { run, view, until } = stage(tenSteps(two));
    await run.start();
    void run.pause();
    void run.pause();
    void run.resume();
    void run.resume();
    void run.pause();
    void run.resume();
    await until(isDone);
    expect([...view().variants[0].curves.step]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('do nothing before the start and after the end', async () => {
    const { run, view, until } = stage(tenSteps(two));
    await run.pause();
    await run.resume();
    expect(view().state).toBe('idle');
    await run.start();
    await until(isDone);
    await run.pause();
    await run.resume();
    expect(view().state).toBe('done');
  });
});

describe('step and epoch', () => {
  it('do as much as they say, and leave the run paused', async () => {
    const { run, view } = stage(tenSteps(two));
    await run.start();
    await run.pause();
    await run.step();
    expect(view().state).toBe('paused');
    const [first, second] = view().variants.map(({ step }) => step);
    await run.epoch();
    expect(view().variants.map(({ step }) => step)).toEqual([first + 2, second + 2]);
    expect(view().state).toBe('paused');
  });

  it('begin a run that is idle', async () => {
    const { run, view } = stage(tenSteps(two));
    await run.step();
    expect(view().state).toBe('paused');
    expect(view().variants.map(({ step }) => step)).toEqual([1, 1]);
  });

  it('add up when pressed twice', async () => {
    const { run, view } = stage(tenSteps(two));
    await Promise.all([run.step(), run.step()]);
    await Promise.all([run.step(), run.step()]);
    expect(view().variants.map(({ step }) => step)).toEqual([4, 4]);
  });

  it('bring a run to its end', async () => {
    const { run, view, until } = stage(tenSteps(['single']));
    for (let epoch = 0; epoch < 5; epoch++) await run.epoch();
    await until(isDone);
    expect(view().variants[0].step).toBe(10);
  });

  it('may be cut short by a pause', async () => {
    const at = waitAt(1);
    const { run, view } = stage(tenSteps(['single']), { ...world(), beforeStep: at.beforeStep });
    const epoch = run.epoch();
    await calm();
    await run.pause();
    await epoch;
    expect(view().variants[0].step).toBe(1);
    expect(view().state).toBe('paused');
  });
});

describe('stop', () => {
  it('ends a run that can still be evaluated, averaged and downloaded', async () => {
    const at = waitAt(6);
    const { run, view, until } = stage(tenSteps(two), { ...world(), beforeStep: at.beforeStep });
    await run.start();
    await until(({ variants }) => variants.every(({ step }) => step === 6));
    const stopped = run.stop();
    expect(view().stopping).toBe(true);
    expect(view().state).toBe('paused');
    await Promise.all([stopped, run.stop()]);
    expect(view().state).toBe('done');
    expect(view().stopping).toBe(false);
    expect(view().variants.map(({ evaluations }) => evaluations[0].step)).toEqual([6, 6]);
    expect((await run.checkpoint('single'))?.step).toBe(6);
    await run.average('dropout');
    expect(view().averaging.status).toBe('done');
    expect(view().averaging.curve?.step).toBe(6);
  });

  it('never starts what is queued', async () => {
    const at = waitAt(1);
    const { run, view, until, hired } = stage(
      tenSteps(two),
      { ...world(), beforeStep: at.beforeStep },
      { limits: { hands: 1 } },
    );
    await run.start();
    await until(({ variants }) => variants[0].step === 1);
    expect(view().variants[1].status).toBe('queued');
    await run.stop();
    expect(view().state).toBe('done');
    expect(view().variants.map(({ status }) => status)).toEqual(['done', 'waiting']);
    expect(hired('dropout')).toHaveLength(0);
  });

  it('may come while the run starts', async () => {
    const { run, view, world: asked } = stage(tenSteps(two));
    const started = run.start();
    await run.stop();
    await started;
    expect(view().state).toBe('done');
    expect(asked.log.some((line) => line.includes('train'))).toBe(false);
  });

  it('does not wait for a worker that is still being prepared', async () => {
    const { run, view, until } = stage(tenSteps(['single']), {
      ...world(),
      beforeCall: (name) => (name === 'prepare' ? new Promise(() => undefined) : undefined),
    });
    await run.start();
    await until(({ variants }) => variants[0].status === 'starting');
    await calm();
    await run.stop();
    expect(view().variants[0].status).toBe('waiting');
  });
});

describe('the queue', () => {
  it('holds what is above eight workers, and takes it in turn', async () => {
    let most = 0;
    const here = world();
    here.beforeStep = () => {
      most = Math.max(most, here.trainers.filter(({ alive }) => alive).length);
    };
    const { run, until } = stage(tenSteps([...variantNames]), here, { limits: { hands: 3 } });
    await run.start();
    await until(isDone);
    expect(most).toBe(3);
  });

  it('has four places on WebGL', async () => {
    const at = waitAt(1);
    const { run, view, until } = stage(tenSteps([...variantNames], { backend: 'webgl' }), {
      ...world(),
      beforeStep: at.beforeStep,
    });
    await run.start();
    await until(({ variants }) => variants.filter(({ step }) => step === 1).length === 4);
    await calm();
    expect(view().variants.filter(({ status }) => status === 'queued')).toHaveLength(3);
  });
});

describe('evaluate', () => {
  it('brings evaluations up to date while training goes on', async () => {
    const at = waitAt(5);
    const { run, variant, until, view } = stage(tenSteps(['single']), {
      ...world(),
      beforeStep: at.beforeStep,
    });
    await run.start();
    await until(({ variants }) => variants[0].step === 5);
    await run.evaluate();
    expect(variant('single').evaluations.map(({ step }) => step)).toEqual([5]);
    expect(view().state).toBe('running');
    at.release();
    await until(isDone);
  });
});

describe('dispose', () => {
  it('ends every worker, and every control that is under way', async () => {
    const at = waitAt(2);
    const { run, world: here } = stage(tenSteps(two), { ...world(), beforeStep: at.beforeStep });
    await run.start();
    const controls = [run.epoch(), run.evaluate(), run.average('dropout'), run.pause()];
    const changed = run.change('training.learningRate', 0.1);
    run.dispose();
    await Promise.all(controls);
    await changed;
    await calm();
    expect([...here.trainers, ...here.averagers].some(({ alive }) => alive)).toBe(false);
  });

  it('may come while the backend is chosen', async () => {
    const { run, world: here } = stage(tenSteps(two));
    const started = run.start();
    run.dispose();
    await started;
    await calm();
    expect(here.trainers.some(({ alive }) => alive)).toBe(false);
  });
});
