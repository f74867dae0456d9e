import type { LevelKind } from '#lib/experiment/stability/drawn-names.ts';
import { formats } from '../../formats.ts';
import type { PrecisionName } from '#lib/experiment/stability/stack.ts';

const { integer } = formats('en');

/** One factor at a time. */
export const products = {
  factor: 'Factor',
  quick: { two: '2', tenth: '0.1', quarter: '0.25, the sigmoid’s largest slope' },
  multiplied: 'Factors multiplied',
  of: (k: number, count: number) => `${integer(k)} of ${integer(count)}`,
  play: 'Play',
  pause: 'Pause',
  step: 'One more factor',
  back: 'One less',
  chart: {
    title: (factor: string, count: number) =>
      `Size of the product of ${integer(count)} factors of ${factor}, in each precision`,
    x: 'Factors',
    y: 'Size of the product',
    truth: 'exact product',
    ends: {
      infinite: (precision: PrecisionName, k: number) =>
        `${precision}: Inf from factor ${integer(k)} on`,
      zero: (precision: PrecisionName, k: number) => `${precision}: 0 from factor ${integer(k)} on`,
      stuck: (precision: PrecisionName, k: number) =>
        `${precision}: stuck from factor ${integer(k)} on`,
    },
    /** Short names of the ends, for places with little room. */
    shortEnds: {
      infinite: (_: PrecisionName, k: number) => `Inf from ${integer(k)} on`,
      zero: (_: PrecisionName, k: number) => `0 from ${integer(k)} on`,
      stuck: (_: PrecisionName, k: number) => `stuck from ${integer(k)} on`,
    },
  },
  levels: {
    largest: 'largest',
    smallestNormal: 'smallest normal',
    smallestSubnormal: 'smallest at all',
  } satisfies Record<LevelKind, string>,
  now: {
    title: (k: number) => `After ${k === 1 ? '1 factor' : `${integer(k)} factors`}`,
    exact: 'Exact',
    bits: 'sign · exponent · fraction',
    exponent: 'Its bits: sign, exponent, fraction',
  },
  states: {
    infinite: 'infinite',
    zero: 'zero',
    subnormal: 'below the normal numbers: digits are being lost',
    times: (times: string) => `${times} times as large as it should be`,
    miss: (percent: string) => `off by ${percent}`,
  },
  words: {
    infinite: (precision: PrecisionName, k: number, largest: string) =>
      `${precision} holds nothing above ${largest}: the product is infinite from factor ${integer(k)} on.`,
    zero: (precision: PrecisionName, k: number, smallest: string) =>
      `${precision} holds nothing between 0 and ${smallest}: the product is 0 from factor ${integer(k)} on, and stays 0 whatever it is multiplied by.`,
    stuck: (precision: PrecisionName, k: number, value: string) =>
      `${precision} is stuck at ${value} from factor ${integer(k)} on: every further product is rounded back to it.`,
    same: (precision: PrecisionName, factor: string, held: string) =>
      `${precision} holds ${factor} as ${held}: its product never leaves ${held}.`,
    held: (precision: PrecisionName, k: number, value: string) =>
      `${precision} goes all the way: ${value} after ${k === 1 ? '1 factor' : `${integer(k)} factors`}.`,
    subnormal: (k: number) =>
      `From factor ${integer(k)} on it is below the normal numbers and loses digits.`,
  },
  table: { factors: 'Factors', exact: 'Exact' },
};
