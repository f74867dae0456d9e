import { expect, it } from 'vitest';
import { answering, type Conversation } from '#workers/asking.ts';

const questions = {
  count: (from: number, { to }: { to: number }, { tell }: Conversation<number>) => {
    for (let i = from; i < to; i++) tell(() => i, true);
    return { to };
  },
};

it('answers once its last news was taken, which goes through a port of its own', async () => {
  const taken: number[] = [];
  const slowly = async (news: number) => {
    await new Promise((done) => setTimeout(done, 10 * news));
    taken.push(news);
  };
  const worker = answering(questions, () => 1);
  expect(await worker.ask(0, 'count', { to: 4 }, slowly)).toEqual({ to: 4 });
  expect(taken).toEqual([1, 2, 3]);
});
