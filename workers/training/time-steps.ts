import type { Timing } from '#lib/protocol/protocol.ts';
import type { OpenBackend } from '../backend.ts';
import { begin, type SessionJob } from './begin.ts';
import { stepSettings } from './settings.ts';

/** Median milliseconds of a training step of a job, measured on throw-away weights. */
export async function timeSteps(job: SessionJob, backend: OpenBackend): Promise<Timing> {
  const { ensemble, batches } = begin(job, backend);
  const times: number[] = [];
  const began = performance.now();
  // The first steps compile programs and warm caches; then up to 20 or half a second.
  for (let step = 0; step < 23 && (step < 5 || performance.now() - began < 500); step++) {
    const start = performance.now();
    ensemble.step(batches.at(step), step, stepSettings(job.experiment, job.variant, step));
    await ensemble.losses();
    if (step >= 3) times.push(performance.now() - start);
  }
  ensemble.dispose();
  times.sort((a, b) => a - b);
  return {
    backend: backend.environment.backend,
    millisecondsPerStep: times[Math.floor(times.length / 2)],
  };
}
