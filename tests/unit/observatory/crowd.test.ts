import { describe, expect, it } from 'vitest';
import { addSums, type ExactProblem } from '#lib/experiment/exact-sums.ts';
import { sumChunk } from '#workers/averaging/exact/exact.ts';
import { planOf } from '#workers/averaging/exact/plan.ts';
import { allMasks } from '#workers/observatory/crowd/masks.ts';
import { crowdPlan } from '#workers/observatory/crowd/plan.ts';
import { crowd, type Crowd } from '#workers/observatory/crowd/crowd.ts';
import { networkOf } from '#workers/observatory/study.ts';
import { subnetwork } from '#workers/observatory/subnetwork/subnetwork.ts';
import { trainedStudy } from './trained.ts';
import { listener, nobody } from '../workers/listener.ts';

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, each) => total + each, 0);
const small = await trainedStudy((experiment) => {
  experiment.network.hidden = [4, 5];
  experiment.dropout.hidden = [0.1, 0.3];
  experiment.variants = ['single', 'dropout'];
});
const ask = async (study = small, turns?: number) => {
  const { told, conversation } = listener<Crowd>(turns);
  return { told, answer: await crowd(study, { variant: 'dropout' }, conversation) };
};

describe('all masks of a network', () => {
  const masks = allMasks([2, 4, 5, 2], [0, 0.1, 0.3], 1);

  it('are each there once, and their probabilities sum to 1', () => {
    expect(masks.probabilities).toHaveLength(512);
    expect(sum(masks.probabilities)).toBeCloseTo(1, 12);
    const names = Array.from({ length: 512 }, (_, i) => masks.at(i).kept.map(String).join('/'));
    expect(new Set(names).size).toBe(512);
  });

  it('begin with the most probable, and each has the probability of what it keeps', () => {
    masks.probabilities.forEach((probability, i) => {
      if (i > 0) expect(probability).toBeLessThan(masks.probabilities[i - 1] * (1 + 1e-9));
      const [input, first, second] = masks.at(i).kept;
      expect(input).toBeNull();
      const [a, b] = [first!.length, second!.length];
      const expected = 0.9 ** a * 0.1 ** (4 - a) * 0.7 ** b * 0.3 ** (5 - b);
      expect(probability / expected).toBeCloseTo(1, 10);
    });
  });

  it('are one where nothing or everything is dropped', () => {
    const { probabilities, at } = allMasks([2, 4, 5, 2], [0, 0, 1], 1);
    expect([...probabilities]).toEqual([1]);
    expect(at(0).kept).toEqual([null, null, new Int32Array(0)]);
  });
});

describe('the plan of a crowd', () => {
  it('meets all 65,536 subnetworks of the small network on 1,000 examples', () => {
    const plan = crowdPlan([2, 8, 8, 2], [0, 0.1, 0.1], 1000);
    expect(plan).toEqual({ kind: 'all', members: 65_536, examples: 1000 });
  });

  it('draws 10,000 where there are more', () => {
    const plan = crowdPlan([2, 10, 10, 2], [0, 0.1, 0.1], 1000);
    expect(plan).toEqual({ kind: 'drawn', members: 10_000, examples: 1000 });
  });

  it('draws fewer of a large network, and never fewer than can be told apart', () => {
    const digits = crowdPlan([196, 256, 256, 10], [0, 0.5, 0.5], 2000);
    expect(digits.members).toBeGreaterThanOrEqual(500);
    expect(digits.members).toBeLessThan(10_000);
    const huge = crowdPlan([784, 1024, 1024, 1024, 10], [0.2, 0.5, 0.5, 0.5], 2000);
    expect(huge.examples).toBeLessThan(2000);
    expect(huge.examples).toBeGreaterThanOrEqual(200);
  });
});

describe('the crowd of all subnetworks', () => {
  it('has the exact mean as its average', async () => {
    const { answer } = await ask();
    expect([answer.kind, answer.error.count, answer.loss.count]).toEqual(['all', 512, 512]);
    const { spec, p, test } = small;
    const problem: ExactProblem = {
      ...spec,
      parameters: networkOf(small, 'dropout'),
      p,
      rows: test.rows,
      count: test.labels.length,
    };
    const plan = planOf(spec.sizes, p);
    const { arithmetic } = addSums(
      Array.from({ length: plan.chunks }, (_, chunk) => sumChunk(problem, plan, chunk)),
    );
    const losses = [...test.labels].map((label, row) => -Math.log(arithmetic[2 * row + label]));
    expect(answer.average.loss).toBeCloseTo(sum(losses) / losses.length, 6);
    const mean = sum(losses) / losses.length;
    const variance = sum(losses.map((loss) => (loss - mean) ** 2)) / (losses.length - 1);
    expect(answer.average.lossError).toBeCloseTo(Math.sqrt(variance / losses.length), 6);
  });

  it('has an average whose NLL is at most the mean of its members (Jensen)', async () => {
    const { loss, average } = (await ask()).answer;
    expect(average.loss).toBeLessThanOrEqual(loss.mean + 1e-9);
  });

  it('weighs each by its probability', async () => {
    const { error, loss } = (await ask()).answer;
    for (const tally of [error, loss]) {
      expect(tally.weight).toBeCloseTo(1, 12);
      expect(sum(tally.weights)).toBeCloseTo(1, 12);
      expect(sum(tally.counts)).toBe(512);
    }
  });

  it('holds the networks to compare with, where they were trained', async () => {
    const { answer } = await ask();
    expect(answer.single!.wrong).not.toBe(answer.off.wrong);
    const alone = {
      ...small,
      checkpoints: small.checkpoints.filter((c) => c.variant !== 'single'),
    };
    expect((await ask(alone)).answer.single).toBeNull();
  });

  it('ends with those that were met once nobody wants more, the most probable ones', async () => {
    const { answer } = await ask(small, 10);
    expect([answer.error.count, answer.members]).toEqual([11, 512]);
    const { probabilities } = allMasks(small.spec.sizes, small.p, small.experiment.seeds.masks);
    expect(answer.error.weight).toBeCloseTo(sum(probabilities.slice(0, 11)), 12);
  });
});

describe('the crowd of drawn subnetworks', async () => {
  const study = await trainedStudy((experiment) => {
    experiment.network.hidden = [12, 12];
    experiment.dropout.hidden = [0.5, 0.5];
    experiment.variants = ['dropout'];
  });

  it('weighs each alike', async () => {
    const { answer } = await ask(study, 4);
    expect([answer.kind, answer.error.count, answer.error.weight]).toEqual(['drawn', 5, 5]);
  });

  it('meets them by their number', async () => {
    const { labels } = study.test;
    let wrong = 0;
    for (let example = 0; example < labels.length; example++) {
      const job = { variant: 'dropout', mask: 0, example } as const;
      const { probabilities } = await subnetwork(study, job, nobody);
      if ((probabilities[1] > probabilities[0] ? 1 : 0) !== labels[example]) wrong++;
    }
    const { error } = (await ask(study, 0)).answer;
    expect(error.least).toBe(wrong / labels.length);
    expect(error.counts[wrong]).toBe(1);
  });
});
