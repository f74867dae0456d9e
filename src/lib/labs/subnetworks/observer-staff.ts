import { cores } from '#lib/crew/hire/cores.ts';
import type { ExactOptions } from '#lib/crew/average/exact.ts';
import type { ObserverDesk } from '#lib/crew/ask/observer.ts';
import type { Trained, TrainJob, TrainOptions } from '#lib/crew/run/train.ts';
import type { ExactProblem, ExactSums } from '#lib/experiment/exact-sums.ts';
import type { StudyJob } from '#workers/observatory/study.ts';
import { lazyFactory, part } from '#lib/crew/hire/part.ts';

/**
 * What the observatory needs from the crew beyond the lab. Passed in, so that tests can replace it.
 */
export interface ObserverStaff {
  desk(study: Omit<StudyJob, 'wasmPaths'>): Promise<ObserverDesk>;
  /** The exact sums over all subnetworks, by as many workers as there are cores to spare. */
  exactly(problem: ExactProblem, options: Omit<ExactOptions, 'workers'>): Promise<ExactSums>;
  /** Trains one more variant to its end, in a worker of its own. */
  train(job: TrainJob, options: TrainOptions): Promise<Trained>;
}

/** The crew, whose code is fetched when it is first needed. */
export function lazyObserverStaff(): ObserverStaff {
  return {
    async desk(study) {
      const [{ observerDesk }, hire] = await Promise.all([
        part(import('#lib/crew/ask/observer.ts')),
        lazyFactory(),
      ]);
      return observerDesk(study, hire);
    },
    async exactly(problem, options) {
      const [{ averageExactly }, hire] = await Promise.all([
        part(import('#lib/crew/average/exact.ts')),
        lazyFactory(),
      ]);
      return averageExactly(problem, hire, { ...options, workers: cores() });
    },
    async train(job, options) {
      const [{ train }, hire] = await Promise.all([
        part(import('#lib/crew/run/train.ts')),
        lazyFactory(),
      ]);
      return train(hire, job, options);
    },
  };
}
