import type { ScoredEstimator } from './evaluation.ts';
import type { Experiment, VariantName } from './experiment.ts';

/**
 * What a result is made of: the parts of a run, of its data set and of what the page shows that go
 * into the file. This room imports nothing from the crew, so it says itself what it takes; what the crew hands
 * out fits.
 */
export interface RunLike {
  readonly experiment: Experiment;
  readonly variants: readonly VariantLike[];
  /** Null before a worker has said where it runs. */
  readonly environment: EnvironmentLike | null;
  readonly timings: readonly { backend: string; millisecondsPerStep: number }[];
  readonly averaging: {
    readonly curve: CurveLike | null;
    readonly evaluations: readonly ScoredEstimator[];
    readonly exact: ExactLike | null;
  };
}

export interface EnvironmentLike {
  backend: string;
  renderer: string;
  hardware: boolean;
  floatBits: number;
  tfjs: string;
}

export interface VariantLike {
  readonly variant: VariantName;
  readonly status: string;
  readonly step: number;
  readonly steps: number;
  readonly seconds: number;
  readonly parameters: number;
  readonly environment: { backend: string; renderer: string } | null;
  /** Column name → values; `length` is their length. */
  readonly curves: { readonly length: number };
  readonly evaluations: readonly ScoredEstimator[];
}

export interface BandLike {
  mean: ArrayLike<number>;
  low: ArrayLike<number>;
  high: ArrayLike<number>;
}

/** The average over all subnetworks. */
export interface ExactLike {
  subnetworks: number;
  means: {
    arithmetic: { error: number; loss: number };
    geometric: { error: number; loss: number };
  } | null;
}

/** The averaging chart; arrays are `[ks]`. */
export interface CurveLike {
  variant: VariantName;
  step: number;
  drawn: number;
  examples: number;
  backend: string;
  k: ArrayLike<number>;
  groups: ArrayLike<number>;
  arithmetic: { error: BandLike; loss: BandLike };
  geometric: { error: BandLike; loss: BandLike };
  off: { error: number; loss: number };
}

/** The part of a data set that a result tells. */
export interface DataLike {
  name: string;
  inputs: number;
  classes: readonly string[];
  train: { labels: ArrayLike<number>; trueLabels: ArrayLike<number> };
  test: { labels: ArrayLike<number> };
}
