import { describe, expect, it } from 'vitest';
import type { EstimatorName, ScoredEstimator } from '#lib/experiment/evaluation.ts';
import type { VariantName } from '#lib/experiment/experiment.ts';
import { verdicts } from '#lib/experiment/verdicts.ts';
import type { Evaluation } from '#lib/protocol/protocol.ts';

/** An evaluation that is wrong on the first `errors` of `examples`. */
function scored(
  variant: VariantName,
  estimator: EstimatorName,
  errors: number,
  { examples = 1000, k = 1, step = 800 } = {},
): ScoredEstimator {
  const testWrong = Uint8Array.from({ length: examples }, (_, i) => (i < errors ? 1 : 0));
  const testLoss = new Float32Array(examples).fill(0.5);
  return { variant, estimator, k, step, trainError: 0, trainLoss: 0, testWrong, testLoss };
}

describe('the verdicts of a run', () => {
  const single = scored('single', 'off', 150);

  it('set each variant, as it predicts, against the control', () => {
    const found = verdicts([
      single,
      scored('dropout', 'off', 80),
      scored('full-ensemble', 'members-mean', 149, { k: 8 }),
      scored('weight-decay', 'off', 200),
    ]);
    expect(found.map((v) => [v.kind, v.subject.variant, v.relation, v.subjectError])).toEqual([
      ['against-single', 'dropout', 'better', 0.08],
      ['against-single', 'full-ensemble', 'no clear difference', 0.149],
      ['against-single', 'weight-decay', 'worse', 0.2],
    ]);
    expect(found[0]).toMatchObject({ object: { variant: 'single' }, objectError: 0.15, step: 800 });
    expect(found[0].difference).toBeCloseTo(-0.07, 12);
    expect(found[0].low).toBeLessThan(found[0].high);
  });

  it('set the mean of the most subnetworks against dropout off', () => {
    const found = verdicts([
      scored('dropout', 'off', 80),
      scored('dropout', 'arithmetic-mean', 120, { k: 10 }),
      scored('dropout', 'arithmetic-mean', 79, { k: 1000 }),
      scored('dropout', 'geometric-mean', 30, { k: 1000 }),
      scored('dropout', 'one-subnetwork', 300),
    ]);
    expect(found.map((v) => [v.kind, v.subject.estimator, v.subject.k, v.relation])).toEqual([
      ['average-against-off', 'arithmetic-mean', 1000, 'no clear difference'],
      ['average-against-off', 'geometric-mean', 1000, 'better'],
    ]);
  });

  it('compare over the test examples that both were scored on', () => {
    const [verdict] = verdicts([
      scored('dropout', 'off', 80, { examples: 2000 }),
      scored('dropout', 'arithmetic-mean', 40, { examples: 500, k: 100 }),
    ]);
    expect(verdict).toMatchObject({ examples: 500, subjectError: 0.08, objectError: 0.16 });
  });

  it('compare only after the same number of steps', () => {
    expect(verdicts([single, scored('dropout', 'off', 80, { step: 400 })])).toEqual([]);
    const found = verdicts([
      scored('dropout', 'off', 80),
      scored('dropout', 'off', 100, { step: 400 }),
      scored('dropout', 'arithmetic-mean', 60, { step: 400, k: 50 }),
    ]);
    expect(found).toMatchObject([{ step: 400, objectError: 0.1 }]);
  });

  it('are none where there is nothing to compare', () => {
    expect(verdicts([])).toEqual([]);
    expect(verdicts([single])).toEqual([]);
    expect(verdicts([single, scored('dropout', 'off', 0, { examples: 0 })])).toEqual([]);
  });

  it('take what the workers send', () => {
    const sent: Evaluation[] = [];
    expect(verdicts(sent)).toEqual([]);
  });

  it('leaves out what diverged, as subject and as control', () => {
    const dropout = scored('dropout', 'off', 80);
    expect(verdicts([single, dropout])).toHaveLength(1);
    expect(verdicts([single, dropout], ['dropout'])).toEqual([]);
    expect(verdicts([single, dropout], ['single'])).toEqual([]);
  });
});
