import type { Conversation } from '#workers/asking.ts';
import { openHosts } from '../network/host.ts';

/** WASM, opened in this thread. */
export const memory = await (await openHosts())[0].memory();

/** Somebody who listens to the end, or until as many turns have gone. */
export function listener<News>(turns = Number.POSITIVE_INFINITY): {
  told: News[];
  conversation: Conversation<News>;
} {
  const told: News[] = [];
  let turn = 0;
  return {
    told,
    conversation: { tell: (news) => void told.push(news), goesOn: async () => turn++ < turns },
  };
}
