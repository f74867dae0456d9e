/// <reference types="svelte" />
import { describe, expect, it } from 'vitest';
import { Run } from '#lib/crew/run/run.svelte.ts';
import { fakeFactory, world } from './fake-staff.ts';
import { data, tenSteps } from './harness.ts';

describe('the run of a page', () => {
  it('answers a control at once, and shows the end', async () => {
    const run = new Run(tenSteps(['single']), data, fakeFactory(world()));
    expect(run.state).toBe('idle');
    const started = run.start();
    expect(run.state).toBe('starting');
    await started;
    const paused = run.pause();
    expect(run.state).toBe('paused');
    await paused;
    await run.stop();
    expect(run.state).toBe('done');
    expect(run.stopping).toBe(false);
    run.dispose();
  });

  it('keeps the experiment that it was given, whatever happens to that later', () => {
    const experiment = tenSteps(['single']);
    const run = new Run(experiment, data, fakeFactory(world()));
    experiment.training.learningRate = 9;
    expect(run.experiment.training.learningRate).not.toBe(9);
    run.dispose();
  });
});
