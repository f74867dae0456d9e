import type { Conversation } from '#workers/asking.ts';

/** Somebody who listens to the end, or until as many turns have gone, and takes all news there is. */
export function listener<News>(turns = Number.POSITIVE_INFINITY): {
  told: News[];
  conversation: Conversation<News>;
} {
  const told: News[] = [];
  let turn = 0;
  return {
    told,
    conversation: {
      tell: (news) => void told.push(news()),
      goesOn: async () => turn++ < turns,
    },
  };
}

/** Somebody who waits for the answer, and wants no news. */
export const nobody: Conversation<never> = { tell() {}, goesOn: async () => true };
