import type { AveragingCurve, Evaluation } from '#lib/protocol/protocol.ts';
import type { Reason } from '../hire/reason.ts';

/** The average over all 2ⁿ subnetworks: nothing in it is drawn. */
export interface ExactAverage {
  readonly subnetworks: number;
  /** Chunks of the sum that are done, and all chunks; `chunks` is 0 until it is known. */
  readonly done: number;
  readonly chunks: number;
  /** Error and NLL on the examples of the curve; null until every chunk is summed. */
  readonly means: {
    readonly arithmetic: { error: number; loss: number };
    readonly geometric: { error: number; loss: number };
  } | null;
}

export interface AveragingView {
  readonly status: 'idle' | 'running' | 'done' | 'stopped' | 'failed';
  readonly curve: AveragingCurve | null;
  readonly evaluations: readonly Evaluation[];
  /** Null where there are too many subnetworks to average all of them, and until the draws are done. */
  readonly exact: ExactAverage | null;
  /** Why `status` is `failed`. */
  readonly reason: Reason | null;
}
