import { mean } from 'd3-array';
import { describe, expect, it } from 'vitest';
import { drawSubnetwork } from '#workers/averaging/draws.ts';
import { capacity, type CapacityNews } from '#workers/observatory/capacity/capacity.ts';
import { coadaptation, hiddenLayers, idleShare } from '#workers/observatory/capacity/activity.ts';
import { expectedInUse, parametersInUse } from '#workers/observatory/capacity/use.ts';
import { histogram, normsOf } from '#workers/observatory/capacity/weights.ts';
import { membersOf } from '#workers/observatory/members.ts';
import { forward } from '#workers/reference/forward.ts';
import { masksOf } from '#workers/reference/masks.ts';
import { float64 } from '#workers/reference/precision.ts';
import { networkOf } from '#workers/observatory/study.ts';
import { weightsOf, layoutOf } from '#workers/network/layout.ts';
import { trainedStudy } from './trained.ts';
import { listener } from '../workers/listener.ts';

const study = await trainedStudy();
const { sizes } = study.spec;
const { conversation, told } = listener<CapacityNews>();
const answer = await capacity(study, { draws: 2000, bins: 21 }, conversation);

describe('parameters in use', () => {
  it('are all without a mask, and the biases of the output where nothing is kept', () => {
    expect(parametersInUse([2, 8, 8, 2], { kept: [null, null, null] })).toBe(24 + 72 + 18);
    const nothing = new Int32Array(0);
    expect(parametersInUse([2, 8, 8, 2], { kept: [null, nothing, nothing] })).toBe(2);
  });

  it('have the mean of the closed form over drawn masks, within four standard errors', () => {
    for (const p of [
      [0, 0.1, 0.1],
      [0.3, 0.5, 0.8],
      [0, 0, 1],
    ]) {
      const n = 4000;
      const counts = Array.from({ length: n }, (_, i) =>
        parametersInUse(sizes, drawSubnetwork(sizes, p, 3, i)),
      );
      const average = mean(counts)!;
      const variance = mean(counts, (count) => (count - average) ** 2)!;
      expect(Math.abs(average - expectedInUse(sizes, p))).toBeLessThanOrEqual(
        4 * Math.sqrt(variance / n) + 1e-12,
      );
    }
  });
});

describe('weights in use', () => {
  it('of a whole network have the norms of its matrices', () => {
    const [member] = membersOf(study, 'single');
    const { frobenius, incoming } = normsOf(sizes, member);
    const layout = layoutOf(sizes, 1);
    for (let l = 0; l < 3; l++) {
      const weights = [...weightsOf(networkOf(study, 'single'), layout, 0, l)];
      expect(frobenius[l]).toBeCloseTo(Math.hypot(...weights), 5);
      const norms = Array.from({ length: sizes[l + 1] }, (_, unit) =>
        Math.hypot(...weights.slice(unit * sizes[l], (unit + 1) * sizes[l])),
      );
      expect(incoming[l]).toBeCloseTo(Math.max(...norms), 5);
    }
  });

  it('are counted once each, ends included', () => {
    expect([...histogram(Float32Array.of(-2, -1, 0, 1, 2), 2, 4)]).toEqual([1, 1, 1, 2]);
  });

  it('of a thinned network are fewer than those of a whole one', () => {
    const of = (name: string) => answer.variants.find(({ variant }) => variant === name)!;
    for (const { networks, weights } of answer.variants) {
      expect(weights.histogram.reduce((sum, n) => sum + n, 0)).toBe(weights.count);
      expect(weights.largest).toBeLessThanOrEqual(answer.limit);
      expect(networks.length).toBeGreaterThan(0);
    }
    expect(of('single').weights.count).toBe(16 + 64 + 16);
    expect(of('full-ensemble').weights.count).toBe(8 * 96);
    expect(of('subnetworks').weights.count).toBeLessThan(8 * 96);
    expect([...of('single').inUse]).toEqual([answer.parameters]);
    expect(of('shared-subnetworks').inUse).toEqual(of('subnetworks').inUse);
    expect(of('dropout').inUse).toHaveLength(2000);
  });
});

describe('hidden units on test examples', () => {
  it('are those of the reference, masks and scales included', () => {
    const count = 20;
    const rows = study.test.rows.subarray(0, count * 2);
    const member = membersOf(study, 'subnetworks')[1];
    const masks = masksOf(
      { kind: 'member', seed: study.experiment.seeds.masks },
      study.p,
      sizes,
      1,
      0,
      count,
    );
    const { activated } = forward(
      { ...study.spec, optimizer: 'sgd' },
      Float64Array.from(member.parameters),
      rows,
      count,
      masks,
      float64,
    );
    [...hiddenLayers(study, member, rows, count)].forEach((h, l) => {
      const kept = member.kept[l + 1]!;
      kept.forEach((unit, i) => {
        for (let row = 0; row < count; row++)
          expect(h[i * count + row]).toBeCloseTo(activated[l][row * 8 + unit], 4);
      });
    });
  });

  it('are idle at 0, or where tanh and sigmoid are flat', () => {
    expect(idleShare('relu', Float32Array.of(0, 1, 2, 0))).toBe(0.5);
    expect(idleShare('tanh', Float32Array.of(-0.995, 0, 0.98, 1))).toBe(0.5);
    expect(idleShare('sigmoid', Float32Array.of(0.005, 0.5, 0.02, 1))).toBe(0.5);
  });

  it('correlate by pairs: 1 for the same and the opposite, by chance for independent ones', () => {
    const { memory } = study;
    const same = Float32Array.of(1, 2, 3, 4, 8, 6, 4, 2, 5, 5, 5, 5);
    expect(coadaptation(memory, same, 4)).toEqual({ correlation: 1, varying: 2 });
    expect(coadaptation(memory, Float32Array.of(1, 1, 2, 3), 2)).toEqual({
      correlation: NaN,
      varying: 1,
    });
    const three = Float32Array.of(1, -1, 0, 0, 0, 0, 1, -1, 1, -1, 1, -1);
    const { correlation } = coadaptation(memory, three, 4);
    expect(correlation).toBeCloseTo((0 + 2 * Math.SQRT1_2) / 3, 6);
  });

  it('are measured for every network of every variant', () => {
    expect(told[0]).toEqual({ done: 1, all: 20 });
    for (const { networks } of answer.variants)
      for (const { idle, correlation, varying } of networks) {
        expect(idle).toHaveLength(2);
        idle.forEach((share) => expect(share).toBeGreaterThanOrEqual(0));
        correlation.forEach((r, l) => {
          if (varying[l] > 1) expect(r).toBeGreaterThan(0);
        });
      }
  });
});
