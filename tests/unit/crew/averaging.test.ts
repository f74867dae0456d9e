import { afterEach, describe, expect, it } from 'vitest';
import { world, type FakeAverager } from './fake-staff.ts';
import { calm, isDone, stage as newStage, tenSteps, waitAt, type Stage } from './harness.ts';

const stages: Stage[] = [];
function stage(...of: Parameters<typeof newStage>): Stage {
  const made = newStage(...of);
  stages.push(made);
  return made;
}
afterEach(() => stages.splice(0).forEach(({ run }) => run.dispose()));

/** Holds an averager between its curves until it is stopped. */
const untilStopped = (averager: FakeAverager) =>
  new Promise<void>((resolve) => (averager.onStop = resolve));

describe('averaging', () => {
  it('takes the weights of the moment, while training goes on', async () => {
    const at = waitAt(4);
    const here = stage(tenSteps(['dropout']), { ...world(), beforeStep: at.beforeStep });
    await here.run.start();
    await here.until(({ variants }) => variants[0].step === 4);
    await here.run.average('dropout');
    expect(here.view().averaging).toMatchObject({ status: 'done', curve: { step: 4, drawn: 2 } });
    expect(here.view().averaging.evaluations).toHaveLength(1);
    expect(here.view().state).toBe('running');
    expect(here.world.log.some((line) => line.endsWith('pause'))).toBe(false);
    expect(here.world.averagers[0].alive).toBe(false);
    at.release();
    await here.until(isDone);
  });

  it('comes by itself once dropout is done', async () => {
    const here = stage(tenSteps(['single', 'dropout']));
    await here.run.start();
    await here.until(({ averaging }) => averaging.status === 'done');
    expect(here.view().averaging.curve).toMatchObject({ variant: 'dropout', step: 10 });
  });

  it('comes only when asked, where that is wished', async () => {
    const here = stage(tenSteps(['dropout']), undefined, { averageWhenDone: false });
    await here.run.start();
    await here.until(isDone);
    await calm();
    expect(here.view().averaging.status).toBe('idle');
  });

  it('takes as many test examples as the experiment says, and no more', async () => {
    const experiment = tenSteps(['dropout']);
    experiment.averaging.examples = 1;
    const here = stage(experiment);
    await here.run.start();
    await here.until(({ averaging }) => averaging.status === 'done');
    const { job } = here.world.averagers[0];
    expect(job?.test.rows.buffer.byteLength).toBe(8);
    expect(job?.test.labels).toHaveLength(1);
  });

  it('shows its curve as it grows, and keeps it when stopped', async () => {
    const here = stage(
      tenSteps(['dropout']),
      { ...world(), whileAveraging: untilStopped },
      { averageWhenDone: false },
    );
    await here.run.step();
    const averaged = here.run.average('dropout');
    await here.until(({ averaging }) => averaging.curve?.drawn === 1);
    await here.run.stopAveraging();
    expect(here.view().averaging.status).toBe('stopped');
    await averaged;
    expect(here.view().averaging).toMatchObject({ status: 'stopped', curve: { drawn: 1 } });
    expect(here.view().averaging.evaluations).toHaveLength(1);
  });

  it('is not begun twice for one variant, and is replaced for another', async () => {
    const here = stage(
      tenSteps(['dropout', 'shared-subnetworks']),
      { ...world(), whileAveraging: untilStopped },
      { averageWhenDone: false },
    );
    await here.run.step();
    void here.run.average('dropout');
    await here.until(({ averaging }) => averaging.curve?.variant === 'dropout');
    await here.run.average('dropout');
    expect(here.world.averagers).toHaveLength(1);
    void here.run.average('shared-subnetworks');
    await here.until(({ averaging }) => averaging.curve?.variant === 'shared-subnetworks');
    expect(here.world.averagers.map(({ alive }) => alive)).toEqual([false, true]);
  });

  it('that a person asked for goes on when dropout is done', async () => {
    const here = stage(tenSteps(['dropout', 'shared-subnetworks']), {
      ...world(),
      whileAveraging: untilStopped,
    });
    await here.run.step();
    void here.run.average('shared-subnetworks');
    await here.until(({ averaging }) => averaging.curve?.variant === 'shared-subnetworks');
    await here.run.resume();
    await here.until(isDone);
    expect(here.world.averagers.map(({ alive }) => alive)).toEqual([true]);
    expect(here.view().averaging.curve?.variant).toBe('shared-subnetworks');
  });

  it('begins anew in another worker when one died', async () => {
    let left = 1;
    const here = stage(tenSteps(['dropout']), {
      ...world(),
      whileAveraging(averager) {
        if (left-- > 0) averager.die('The worker failed: gone');
      },
    });
    await here.run.start();
    await here.until(({ averaging }) => averaging.status === 'done');
    expect(here.world.averagers).toHaveLength(2);
  });

  it('that fails says why, and the run goes on', async () => {
    const at = waitAt(4);
    const here = stage(tenSteps(['dropout']), {
      ...world(),
      beforeStep: at.beforeStep,
      whileAveraging() {
        throw new Error('no memory');
      },
    });
    await here.run.start();
    await here.until(({ variants }) => variants[0].step === 4);
    await here.run.average('dropout');
    expect(here.view().averaging).toMatchObject({
      status: 'failed',
      reason: { kind: 'unforeseen', detail: 'no memory' },
    });
    at.release();
    await here.until(isDone);
  });

  it('of a variant that has not started says so', async () => {
    const here = stage(tenSteps(['dropout']));
    await here.run.average('dropout');
    expect(here.view().averaging).toMatchObject({
      status: 'failed',
      reason: { kind: 'not-trained' },
    });
  });
});
