import { describe, expect, it } from 'vitest';
import { theoryDesk } from '#lib/crew/ask/theorist.ts';
import { nodeFactory } from '#lib/crew/hire/node-factory.ts';
import type { Outcome, Theorist } from '#workers/theory/statement.ts';
import { fakeFactory, world } from './fake-staff.ts';

const outcome: Outcome = {
  measured: 1,
  closedForm: 1,
  difference: 0,
  tolerance: 0,
  holds: true,
  checks: 1,
};
const theorist: Theorist = { compute: async () => outcome };

describe('the desk of the theory', () => {
  it('opens one worker with the first question and keeps it', async () => {
    const here = world();
    const desk = theoryDesk(fakeFactory(here, undefined, theorist));
    expect(here.theorists).toHaveLength(0);
    for (let i = 0; i < 3; i++) expect(await desk.compute('sigmoid-unit', {}, 1)).toEqual(outcome);
    expect(here.theorists).toHaveLength(1);
    expect(here.theorists[0].alive).toBe(true);
    desk.retire();
    expect(here.theorists[0].alive).toBe(false);
  });

  it('says what went wrong, and asks another worker the next time', async () => {
    const here = world();
    let calls = 0;
    const compute = async () => {
      if (calls++ === 0) throw new RangeError('nothing of the kind');
      return outcome;
    };
    const desk = theoryDesk(fakeFactory(here, undefined, { compute }));
    await expect(desk.compute('sigmoid-unit', {}, 1)).rejects.toThrow('nothing of the kind');
    expect(await desk.compute('sigmoid-unit', {}, 1)).toEqual(outcome);
    expect(here.theorists.map(({ alive }) => alive)).toEqual([false, true]);
    desk.retire();
  });

  it('computes in a thread of Node as in a page', async () => {
    const desk = theoryDesk(nodeFactory());
    const { holds, checks } = await desk.compute('deep-linear', { layers: 2, units: 2, p: 0.5 }, 1);
    expect([holds, checks]).toEqual([true, 3]);
    desk.retire();
  });
});
