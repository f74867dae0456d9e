import { afterEach, describe, expect, it } from 'vitest';
import { world } from './fake-staff.ts';
import { calm, isDone, stage as newStage, tenSteps, waitAt, type Stage } from './harness.ts';

const stages: Stage[] = [];
function stage(...of: Parameters<typeof newStage>): Stage {
  const made = newStage(...of);
  stages.push(made);
  return made;
}
afterEach(() => stages.splice(0).forEach(({ run }) => run.dispose()));

describe('a change while it runs', () => {
  it('takes effect at one step for all variants, also for those in the queue', async () => {
    const ahead = waitAt(6, 'single');
    const behind = waitAt(2, 'dropout');
    const here = stage(
      tenSteps(['single', 'dropout', 'weight-decay']),
      {
        ...world(),
        async beforeStep(trainer) {
          await ahead.beforeStep(trainer);
          await behind.beforeStep(trainer);
        },
      },
      { limits: { hands: 2 } },
    );
    await here.run.start();
    await here.until(({ variants }) => variants[0].step === 6 && variants[1].step === 2);
    expect(await here.run.change('training.learningRate', 0.2)).toEqual({ ok: true });
    const change = { step: 6, path: 'training.learningRate', value: 0.2 };
    expect(here.view().experiment.changes).toEqual([change]);
    expect(here.view().state).toBe('running');
    ahead.release();
    behind.release();
    await here.until(isDone);
    expect(here.hired('single')[0].changes).toEqual([change]);
    expect(here.hired('dropout')[0].changes).toEqual([change]);
    expect(here.hired('weight-decay')[0].job?.experiment.changes).toEqual([change]);
  });

  it('leaves a paused run paused, and replaces one made at the same step', async () => {
    const { run, view, hired } = stage(tenSteps(['single']));
    await run.step();
    await run.change('dropout.hidden.1', 0.2);
    await run.change('dropout.hidden.1', 0.3);
    await run.change('dropout.input', 0.1);
    await calm();
    expect(view().state).toBe('paused');
    expect(view().variants[0].step).toBe(1);
    const changes = [
      { step: 1, path: 'dropout.hidden.1', value: 0.3 },
      { step: 1, path: 'dropout.input', value: 0.1 },
    ];
    expect(view().experiment.changes).toEqual(changes);
    expect(hired('single')[0].changes).toEqual(changes);
  });

  it('comes one after the other, and gives way to a pause', async () => {
    const { run, view, until } = stage(tenSteps(['single', 'dropout']));
    await run.start();
    const outcomes = Promise.all([
      run.change('training.learningRate', 0.1),
      run.change('training.learningRate', 0.2),
    ]);
    const paused = run.pause();
    expect(view().state).toBe('paused');
    expect(await outcomes).toEqual([{ ok: true }, { ok: true }]);
    await paused;
    await calm();
    expect(view().state).toBe('paused');
    expect(view().experiment.changes.at(-1)?.value).toBe(0.2);
    await run.resume();
    await until(isDone);
  });

  it('is in the experiment from which a worker is replaced', async () => {
    const { run, hired, until } = stage(tenSteps(['single']));
    await run.step();
    await run.change('training.learningRate', 0.1);
    hired('single')[0].die('gone');
    await run.resume();
    await until(isDone);
    expect(hired('single')[1].job?.experiment.changes).toHaveLength(1);
  });

  it('is refused once a variant is done, since it could not take effect for all', async () => {
    const at = waitAt(5, 'dropout');
    const here = stage(tenSteps(['single', 'dropout']), { ...world(), beforeStep: at.beforeStep });
    await here.run.start();
    await here.until(({ variants }) => variants[0].status === 'done');
    expect(await here.run.change('training.learningRate', 0.1)).toEqual({
      ok: false,
      reason: 'a-variant-is-done',
    });
    expect(here.view().experiment.changes).toEqual([]);
    at.release();
    await here.until(isDone);
  });

  it('is refused before the start and after the end', async () => {
    const { run, until } = stage(tenSteps(['single']));
    const refused = { ok: false, reason: 'not-running' };
    expect(await run.change('training.learningRate', 0.1)).toEqual(refused);
    await run.start();
    await until(isDone);
    expect(await run.change('training.learningRate', 0.1)).toEqual(refused);
  });

  it.each([
    ['training.learningRate', -1],
    ['training.learningRate', 11],
    ['training.learningRate', NaN],
    ['dropout.input', 1.1],
    ['dropout.hidden.2', 0.5],
    ['training.momentum', 0.5],
  ])('of %s to %d is refused as invalid', async (path, value) => {
    const { run } = stage(tenSteps(['single']));
    expect(await run.change(path, value)).toEqual({ ok: false, reason: 'invalid' });
  });
});
