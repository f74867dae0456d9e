import { describe, expect, it } from 'vitest';
import { disputed } from '#workers/observatory/disputed/disputed.ts';
import { subnetwork } from '#workers/observatory/subnetwork/subnetwork.ts';
import { trainedStudy } from './trained.ts';
import { nobody } from '../workers/listener.ts';

const study = await trainedStudy();
const ask = (most: number) => disputed(study, { variant: 'dropout', most }, nobody);

/** How far the first 20 subnetworks spread about an example. */
async function spread(example: number): Promise<number> {
  const job = { variant: 'dropout', mask: 0, count: 20, example } as const;
  const { probabilities } = await subnetwork(study, job, nobody);
  const first = probabilities.filter((_, i) => i % 2 === 0);
  const mean = first.reduce((sum, each) => sum + each, 0) / 20;
  return first.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 20;
}

describe('the disputed examples', () => {
  it('begin with the one that the first subnetworks disagree about most, and grow calmer', async () => {
    const rows = await ask(200);
    expect(new Set(rows).size).toBe(200);
    const spreads = await Promise.all([...rows].map(spread));
    expect(spreads[0]).toBeGreaterThan(0.001);
    spreads.slice(1).forEach((each, i) => expect(each).toBeLessThan(spreads[i] + 1e-6));
  });

  it('are as many as were asked for', async () => {
    expect(await ask(7)).toHaveLength(7);
  });
});
