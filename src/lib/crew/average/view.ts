import type { AveragingCurve, Evaluation } from '#lib/protocol/protocol.ts';
import type { Reason } from '../hire/reason.ts';

/** The average over all 2ⁿ subnetworks, no draw about it. */
export interface ExactAverage {
  readonly subnetworks: number;
  /** Chunks of the sum that are done, and in all; 0 in all until that is known. */
  readonly done: number;
  readonly chunks: number;
  /** Error and NLL on the examples of the curve; null until all is summed. */
  readonly means: {
    readonly arithmetic: { error: number; loss: number };
    readonly geometric: { error: number; loss: number };
  } | null;
}

export interface AveragingView {
  readonly status: 'idle' | 'running' | 'done' | 'stopped' | 'failed';
  readonly curve: AveragingCurve | null;
  readonly evaluations: readonly Evaluation[];
  /** Where few enough units can be dropped that all subnetworks are averaged; it comes last. */
  readonly exact: ExactAverage | null;
  /** Why `status` is `failed`. */
  readonly reason: Reason | null;
}
