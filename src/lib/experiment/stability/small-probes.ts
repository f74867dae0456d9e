import * as v from 'valibot';
import { choice, integer, number } from '../ranges.ts';
import { stackActivations } from './stack.ts';

/** What the smaller experiments of the page are made of. */

export const probeRanges = {
  factor: number(-1_000, 1_000),
  factors: integer(1, 1_000),
  matrixSize: integer(1, 16),
  matrices: integer(1, 400),
  matrixRuns: integer(1, 2_000),
  terms: integer(1, 1_000),
  centre: number(-10, 10),
  spread: number(0, 10),
  termRuns: integer(1, 5_000),
  taylorActivation: choice(stackActivations),
  order: integer(0, 41),
  reach: number(0.1, 20),
  units: integer(1, 256),
  timeSteps: integer(1, 500),
  recurrentGain: number(0, 10),
  forgetBias: number(-10, 10),
  noise: number(0, 10),
  recurrentNetworks: integer(1, 200),
} as const;

/** One factor multiplied by itself. */
export const ProductsSchema = v.object({
  factor: probeRanges.factor.schema,
  count: probeRanges.factors.schema,
});
export type ProductsSpec = v.InferOutput<typeof ProductsSchema>;

/** Square matrices of N(0, 1) multiplied one after the other. */
export const MatricesSchema = v.object({
  size: probeRanges.matrixSize.schema,
  /** Multiplications: there is one matrix more. */
  count: probeRanges.matrices.schema,
  runs: probeRanges.matrixRuns.schema,
});
export type MatricesSpec = v.InferOutput<typeof MatricesSchema>;

/** The product and the sum of the same random numbers, N(centre, spread²). */
export const SumsSchema = v.object({
  count: probeRanges.terms.schema,
  centre: probeRanges.centre.schema,
  spread: probeRanges.spread.schema,
  runs: probeRanges.termRuns.schema,
});
export type SumsSpec = v.InferOutput<typeof SumsSchema>;

/** An activation and its Taylor polynomial at 0. */
export const TaylorSchema = v.object({
  activation: probeRanges.taylorActivation.schema,
  order: probeRanges.order.schema,
  /** The curve runs from −reach to reach. */
  reach: probeRanges.reach.schema,
});
export type TaylorSpec = v.InferOutput<typeof TaylorSchema>;

/** A plain recurrence h ← tanh(W h + x) beside an LSTM on the same inputs. */
export const RecurrenceSchema = v.object({
  units: probeRanges.units.schema,
  steps: probeRanges.timeSteps.schema,
  /** Recurrent weights are N(0, gain²/units), in both. */
  gain: probeRanges.recurrentGain.schema,
  /** Bias of the LSTM's forget gate. */
  forgetBias: probeRanges.forgetBias.schema,
  /** Standard deviation of the inputs. */
  noise: probeRanges.noise.schema,
  networks: probeRanges.recurrentNetworks.schema,
});
export type RecurrenceSpec = v.InferOutput<typeof RecurrenceSchema>;
