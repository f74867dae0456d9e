import type { Conversation } from '../asking.ts';
import type { Memory } from '../network/host/memory.ts';

export type { Conversation };

/**
 * One experiment of the stability lab: answers a job, with a memory for large products. Where it takes
 * long it tells what there is so far, and ends early with that once nobody wants the rest. Typed arrays
 * in the answer are transferred, not copied: no two answers may share one.
 */
export type Probe<Job, Answer, News = never> = (
  memory: Memory,
  job: Job,
  conversation: Conversation<News>,
) => Promise<Answer> | Answer;
