import { describe, expect, it } from 'vitest';
import type { RunView } from '#lib/crew/run/types.ts';
import type { DataSet } from '#lib/data/dataset.ts';
import { preset } from '#lib/experiment/presets.ts';
import { toResult, type ResultContext } from '#lib/experiment/to-result.ts';

const environment = {
  backend: 'webgl',
  renderer: 'SwiftShader',
  hardware: false,
  floatBits: 32,
  tfjs: '4.22.0',
} as const;

const band = {
  mean: Float64Array.of(0.2, NaN),
  low: Float64Array.of(0.1, NaN),
  high: Float64Array.of(0.3, Infinity),
};
const column = Float64Array.of(0, 10);

const evaluation = {
  variant: 'dropout',
  estimator: 'off',
  k: 1,
  step: 10,
  trainError: 0.25,
  trainLoss: 0.5,
  testWrong: Uint8Array.of(1, 0, 0, 0),
  testLoss: Float32Array.of(1, 0.5, 0.25, 0.25),
} as const;

/** A run as the crew shows it: its type is the test that the two rooms fit. */
const run: RunView = {
  state: 'done',
  reason: null,
  stopping: false,
  experiment: preset('moons'),
  environment,
  timings: [{ backend: 'cpu', millisecondsPerStep: NaN }],
  notices: [],
  variants: [
    {
      variant: 'dropout',
      status: 'done',
      step: 10,
      steps: 10,
      stepsPerSecond: 1,
      secondsLeft: 0,
      seconds: 10,
      environment,
      curves: {
        length: 2,
        step: column,
        trainLoss: column,
        trainError: column,
        testLoss: column,
        testError: column,
        wrongRowsError: Float64Array.of(NaN, 1),
        rightRowsError: column,
        memberTestError: column,
      },
      divergences: [],
      notices: [],
      evaluations: [evaluation],
      parameters: 42,
    },
  ],
  averaging: {
    status: 'done',
    reason: null,
    exact: {
      subnetworks: 65_536,
      done: 64,
      chunks: 64,
      means: { arithmetic: { error: 0.2, loss: 0.5 }, geometric: { error: 0.2, loss: NaN } },
    },
    evaluations: [
      {
        ...evaluation,
        estimator: 'arithmetic-mean',
        k: 1000,
        trainError: NaN,
        trainLoss: NaN,
        testLoss: Float32Array.of(1, NaN, 0, 0),
      },
    ],
    curve: {
      variant: 'dropout',
      step: 10,
      drawn: 20,
      draws: 3000,
      examples: 4,
      backend: 'webgl',
      k: Int32Array.of(1, 2),
      groups: Int32Array.of(20, 0),
      arithmetic: { error: band, loss: band },
      geometric: { error: band, loss: band },
      off: { error: 0.25, loss: NaN },
    },
  },
};

const data: DataSet = {
  name: 'moons',
  inputs: 2,
  classes: ['0', '1'],
  shape: null,
  scaling: 'none',
  train: {
    rows: new Float32Array(6),
    labels: Int32Array.of(0, 1, 1),
    trueLabels: Int32Array.of(0, 0, 1),
  },
  test: { rows: new Float32Array(8), labels: Int32Array.of(0, 1, 0, 1) },
};

const context: ResultContext = {
  data,
  userAgent: 'a browser',
  verdicts: ['In this run …'],
  notices: [{ kind: 'slowed', text: 'Slowed.' }],
};

describe('a result file', () => {
  const result = toResult(run, context);

  it('says what ran, and where', () => {
    expect(result).toMatchObject({
      format: 'dropout-lab-result',
      version: 1,
      experiment: preset('moons'),
      environment: { ...environment, userAgent: 'a browser' },
      data: {
        name: 'moons',
        inputs: 2,
        classes: ['0', '1'],
        trainRows: 3,
        testRows: 4,
        wrongLabels: 1,
      },
      verdicts: ['In this run …'],
      notices: [{ kind: 'slowed', text: 'Slowed.' }],
    });
  });

  it('holds the rows of the table, with the means beside the variant they are of', () => {
    const [off, mean] = result.variants[0].estimators;
    expect(off).toMatchObject({
      estimator: 'off',
      trainError: 0.25,
      testError: 0.25,
      testLoss: 0.5,
      testExamples: 4,
    });
    expect(off.testErrorInterval[0]).toBeCloseTo(0.0456, 4);
    expect(off.testErrorInterval[1]).toBeCloseTo(0.6994, 4);
    expect(mean).toMatchObject({
      estimator: 'arithmetic-mean',
      k: 1000,
      trainError: null,
      testLoss: null,
    });
  });

  it('says null where there is no finite figure', () => {
    expect(result.environment.timings).toEqual([{ backend: 'cpu', millisecondsPerStep: null }]);
    expect(result.variants[0].curves.wrongRowsError).toEqual([null, 1]);
    expect(result.averaging?.arithmetic.error).toEqual({
      mean: [0.2, null],
      low: [0.1, null],
      high: [0.3, null],
    });
    expect(result.averaging?.backend).toBe('webgl');
    expect(result.averaging?.off).toEqual({ error: 0.25, loss: null });
    expect(result.averaging?.exact).toEqual({
      subnetworks: 65_536,
      arithmetic: { error: 0.2, loss: 0.5 },
      geometric: { error: 0.2, loss: null },
    });
  });

  it('is JSON as it stands', () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('can be had before anything ran', () => {
    const idle = {
      ...run,
      variants: [],
      environment: null,
      averaging: { curve: null, evaluations: [], exact: null },
    };
    expect(toResult(idle, context)).toMatchObject({ variants: [], averaging: null });
  });
});
