import { transfer } from 'comlink';
import { openAveragingBackend } from './averaging/backend.ts';
import { questions } from './observatory/index.ts';
import type { Observer } from './observatory/observer.ts';
import { studyOf, type Study } from './observatory/study.ts';
import { exposeReady } from './ready.ts';
import { breathe } from './training/breathe.ts';

/**
 * The Comlink endpoint that answers questions about what was trained. Several may be under way at
 * once: a long one lets the others in between.
 */

let study: Study | null = null;
const wanted = new Set<number>();
/** Milliseconds of computing between two looks for messages. */
const slice = 20;

/** The buffers of typed arrays in an answer, each once. */
function buffersOf(answer: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(answer)) found.add(answer.buffer as ArrayBuffer);
  else if (typeof answer === 'object' && answer !== null)
    for (const part of Object.values(answer)) buffersOf(part, found);
  return found;
}

const observer: Observer = {
  async hold(job) {
    const { memory, environment } = await openAveragingBackend(job.wasmPaths);
    study = studyOf(job, memory);
    return environment;
  },
  async ask(id, question, job, tell) {
    if (!study) throw new Error('The observer was asked before it held a study.');
    wanted.add(id);
    let breathed = performance.now();
    const goesOn = async () => {
      if (performance.now() - breathed > slice) {
        await breathe();
        breathed = performance.now();
      }
      return wanted.has(id);
    };
    try {
      // The table of questions says what belongs to what; here it is only passed on.
      const answer = await questions[question](study, job as never, { tell, goesOn });
      return transfer(answer, [...buffersOf(answer)]) as never;
    } finally {
      wanted.delete(id);
    }
  },
  stop: async (id) => void wanted.delete(id),
};

exposeReady(observer);
