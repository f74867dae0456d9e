import { describe, expect, it } from 'vitest';
import { boundary } from '#workers/observatory/boundary/boundary.ts';
import { boundaryDraws, type BoundaryDraws } from '#workers/observatory/boundary/draws.ts';
import { subnetwork } from '#workers/observatory/subnetwork/subnetwork.ts';
import { trainedStudy } from './trained.ts';
import { listener, nobody } from '../workers/listener.ts';

const study = await trainedStudy();
const rows = study.test.rows.slice(0, 2 * 30);
const [points, classes] = [30, 2];
const answer = await boundary(study, { rows }, nobody);

/** All blocks of an answer, those that were told and the last, put together. */
async function draws(count: number, turns?: number, of = study): Promise<BoundaryDraws> {
  const { told, conversation } = listener<BoundaryDraws>(turns);
  const last = await boundaryDraws(of, { rows, draws: count }, conversation);
  const blocks = [...told, last];
  const join = (key: 'members' | 'means' | 'spreads') =>
    Float32Array.from(blocks.flatMap((block) => [...block[key]]));
  blocks.reduce((next, block) => {
    expect(block.first).toBe(next);
    return next + block.count;
  }, 0);
  return {
    first: 0,
    count: blocks.reduce((sum, block) => sum + block.count, 0),
    members: join('members'),
    means: join('means'),
    spreads: join('spreads'),
  };
}

describe('the decision boundary', () => {
  it('shows the network with dropout off as it predicts', async () => {
    const whole = { ...study, p: [0, 0, 0] };
    const mask = [2, 8, 8].map((units) => new Uint8Array(units).fill(1));
    const one = await subnetwork(whole, { variant: 'dropout', mask, example: 4 }, nobody);
    expect(answer.off!.subarray(8, 10)).toEqual(one.off);
  });

  it('has no map of a variant that was not trained', async () => {
    const checkpoints = study.checkpoints.filter(({ variant }) => variant === 'dropout');
    const { single, off } = await boundary({ ...study, checkpoints }, { rows }, nobody);
    expect(single).toBeNull();
    expect(off).toEqual(answer.off);
  });

  it('draws the subnetworks that every view has under the same numbers', async () => {
    const { members } = await draws(3);
    const one = await subnetwork(study, { variant: 'dropout', mask: 2, example: 7 }, nobody);
    const at = (2 * points + 7) * classes;
    expect(members.subarray(at, at + 2)).toEqual(one.probabilities);
  });

  it('has at every k the mean and the deviation of the first k', async () => {
    const { members, means, spreads } = await draws(20);
    const size = points * classes;
    for (const k of [1, 2, 20]) {
      for (let point = 0; point < points; point++) {
        const own = Array.from({ length: k }, (_, m) => members[m * size + 2 * point + 1]);
        const mean = own.reduce((sum, p) => sum + p, 0) / k;
        const variance = own.reduce((sum, p) => sum + (p - mean) ** 2, 0) / k;
        expect(means[(k - 1) * size + 2 * point + 1]).toBeCloseTo(mean, 6);
        expect(spreads[(k - 1) * points + point]).toBeCloseTo(Math.sqrt(variance), 6);
      }
    }
  });

  it('has subnetworks that are the whole network, and agree, where nothing is dropped', async () => {
    const { members, spreads } = await draws(4, undefined, { ...study, p: [0, 0, 0] });
    expect(members.subarray(0, points * classes)).toEqual(answer.off);
    expect(spreads.every((spread) => spread === 0)).toBe(true);
  });

  it('has the same prediction everywhere where everything is dropped', async () => {
    const { members, spreads } = await draws(2, undefined, { ...study, p: [0, 0.1, 1] });
    for (let i = 0; i < members.length; i++) expect(members[i]).toBe(members[i % classes]);
    expect(spreads.every((spread) => spread === 0)).toBe(true);
  });

  it('ends early with what there is so far', async () => {
    const early = await draws(50, 6);
    expect(early.count).toBe(6);
    expect((await draws(6)).means).toEqual(early.means);
  });

  it('says that nothing was trained with dropout', async () => {
    const without = { ...study, checkpoints: [] };
    await expect(boundaryDraws(without, { rows, draws: 2 }, nobody)).rejects.toThrow(
      'No member 0 of dropout was trained.',
    );
  });
});
