import type { Marker } from '#lib/charts/styles.ts';

/**
 * Sizes over many random networks as a line. All arrays are `[points]`, NaN where nothing is known.
 */
export interface SizeLine {
  key: string;
  name: string;
  /** The custom property of its colour, in `site/tokens.css`. */
  token: `--${string}`;
  marker: Marker;
  /** Positions along x, rising; the same for all lines of a chart. */
  x: readonly number[];
  median: ArrayLike<number>;
  /** Lower and upper edge of the band around the median, 5% and 95% quantiles. */
  low: ArrayLike<number>;
  high: ArrayLike<number>;
  /** The arithmetic mean over the networks, drawn thin. */
  mean?: ArrayLike<number>;
  /** The closed form, with its quantiles if its law is known. */
  theory?: { value: ArrayLike<number>; low?: ArrayLike<number>; high?: ArrayLike<number> };
}

/** A horizontal line across the whole chart. */
export interface Level {
  at: number;
  name: string;
}

/** Every word of the chart, translated. */
export interface SizeChartText {
  title: string;
  x: string;
  y: string;
  /** Accessible name of the control that reads the chart. */
  read: string;
  /** Shown below the chart while no point is read. */
  hint: string;
  /** Names the point that is read: "Layer 13". */
  at: (x: number) => string;
  median: string;
  band: string;
  mean: string;
  theory: string;
  theoryBand: string;
  waiting: string;
  /** Punctuation between parts, as the language has it. */
  colon: string;
  comma: string;
  semicolon: string;
}
