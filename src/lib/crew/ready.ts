import type { readyMessage } from '#workers/protocol.ts';

/** The first message of every worker. The page may import only types from the workers, so it says it again. */
export const ready = 'dropout-lab:ready' satisfies typeof readyMessage;
