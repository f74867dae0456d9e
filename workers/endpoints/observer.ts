import { answering } from '../asking.ts';
import { openAveragingBackend } from '../averaging/averaging-backend.ts';
import { questions } from '../observatory/index.ts';
import type { Observer } from '../observatory/observer.ts';
import { studyOf, type Study } from '../observatory/study.ts';
import { exposeReady } from '../ready.ts';

/** The Comlink endpoint that answers questions about what was trained. */

let study: Study | null = null;

const observer: Observer = {
  async hold(job) {
    const { memory, environment } = await openAveragingBackend(job.wasmPaths);
    study = studyOf(job, memory);
    return environment;
  },
  ...answering(questions, () => {
    if (!study) throw new Error('The observer was asked before it held a study.');
    return study;
  }),
};

exposeReady(observer);
