import type { Experiment, VariantName } from './experiment.ts';

/**
 * The file of "Download results": an experiment, where it ran, and every figure that was shown. A
 * figure that is not a finite number is null, as JSON has no other word for it.
 */
export interface Result {
  format: 'dropout-lab-result';
  version: 1;
  experiment: Experiment;
  environment: {
    backend: string;
    renderer: string;
    hardware: boolean;
    floatBits: number;
    tfjs: string;
    /** What `backend=auto` measured. */
    timings: { backend: string; millisecondsPerStep: number | null }[];
    userAgent: string;
  };
  data: {
    name: string;
    inputs: number;
    classes: string[];
    trainRows: number;
    testRows: number;
    wrongLabels: number;
  };
  variants: VariantResult[];
  averaging: AveragingResult | null;
  /** The verdict sentences, in the language of the page. */
  verdicts: string[];
  notices: { kind: string; text: string }[];
}

export interface VariantResult {
  variant: VariantName;
  status: string;
  step: number;
  steps: number;
  seconds: number;
  parameters: number;
  environment: { backend: string; renderer: string } | null;
  /** Column name → values, one a point. */
  curves: Record<string, (number | null)[]>;
  estimators: EstimatorResult[];
}

/** A row of the table. Errors are shares in [0, 1]; NLL in nats. */
export interface EstimatorResult {
  estimator: string;
  k: number;
  step: number;
  trainError: number | null;
  trainLoss: number | null;
  testError: number | null;
  /** Wilson's 95% interval. */
  testErrorInterval: [number, number];
  testLoss: number | null;
  testExamples: number;
}

export interface AveragingResult {
  variant: VariantName;
  step: number;
  /** Subnetworks drawn so far. */
  draws: number;
  examples: number;
  /** What the averages were computed on, which need not be what trained. */
  backend: string;
  k: number[];
  groups: number[];
  arithmetic: { error: BandResult; loss: BandResult };
  geometric: { error: BandResult; loss: BandResult };
  off: { error: number | null; loss: number | null };
  /** Over all subnetworks; null where they are too many, or it was not computed. */
  exact: {
    subnetworks: number;
    arithmetic: { error: number | null; loss: number | null };
    geometric: { error: number | null; loss: number | null };
  } | null;
}

export interface BandResult {
  mean: (number | null)[];
  low: (number | null)[];
  high: (number | null)[];
}
