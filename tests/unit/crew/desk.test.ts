import { expect, it } from 'vitest';
import { proberDesk } from '#lib/crew/prober.ts';
import { fakeFactory, world } from './fake-staff.ts';

it('news that comes after the answer is not told any more: the answer knows more', async () => {
  let tellLate: (news: unknown) => Promise<void>;
  const prober = {
    open: async () => undefined,
    ask: async (_id: number, _question: string, _job: unknown, tell: typeof tellLate) => {
      tellLate = tell;
      await tell('early');
      return 'answer';
    },
    stop: async () => undefined,
  };
  const desk = proberDesk(fakeFactory(world(), undefined, undefined, undefined, prober));
  const told: unknown[] = [];
  const tell = (news: unknown) => void told.push(news);
  expect(await desk.ask('products', { factor: 2, count: 3 }, { tell })).toBe('answer');
  await tellLate!('late');
  expect(told).toEqual(['early']);
  desk.retire();
});
