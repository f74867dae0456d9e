import type * as v from 'valibot';
import { choice, integer, number, objectOf } from '#lib/fields/ranges.ts';
import { stackActivations } from './stack.ts';

/** What the smaller experiments of the page are made of. */
export const probeRanges = {
  /** One factor multiplied by itself. */
  products: { factor: number(-1_000, 1_000), count: integer(1, 1_000) },
  /** Square matrices of N(0, 1) multiplied one after the other. */
  matrices: {
    size: integer(1, 16),
    /** Multiplications: there is one matrix more. */
    count: integer(1, 400),
    runs: integer(1, 2_000),
  },
  /** The product and the sum of the same random numbers, N(centre, spread²). */
  sums: {
    count: integer(1, 1_000),
    centre: number(-10, 10),
    spread: number(0, 10),
    runs: integer(1, 5_000),
  },
  /** An activation and its Taylor polynomial at 0. */
  taylor: {
    activation: choice(stackActivations),
    order: integer(0, 41),
    /** The curve runs from −reach to reach. */
    reach: number(0.1, 20),
  },
  /** A plain recurrence h ← tanh(W h + x) beside an LSTM on the same inputs. */
  recurrence: {
    units: integer(1, 256),
    steps: integer(1, 500),
    /** Recurrent weights are N(0, gain²/units), in both. */
    gain: number(0, 10),
    /** Bias of the LSTM's forget gate. */
    forgetBias: number(-10, 10),
    /** Standard deviation of the inputs. */
    noise: number(0, 10),
    networks: integer(1, 200),
  },
} as const;

export const probeSchemas = {
  products: objectOf(probeRanges.products),
  matrices: objectOf(probeRanges.matrices),
  sums: objectOf(probeRanges.sums),
  taylor: objectOf(probeRanges.taylor),
  recurrence: objectOf(probeRanges.recurrence),
} as const;
type Specs = { [Probe in keyof typeof probeSchemas]: v.InferOutput<(typeof probeSchemas)[Probe]> };

export type ProductsSpec = Specs['products'];
export type MatricesSpec = Specs['matrices'];
export type SumsSpec = Specs['sums'];
export type TaylorSpec = Specs['taylor'];
export type RecurrenceSpec = Specs['recurrence'];
