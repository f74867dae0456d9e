import type { Marker } from '#lib/charts/styles.ts';

/** A line of sizes over many random networks. All arrays are `[points]`, NaN where nothing is known. */
export interface SizeLine {
  key: string;
  name: string;
  /** The custom property of its colour, in `site/tokens.css`. */
  token: `--${string}`;
  marker: Marker;
  /** Places, rising; the same for all lines of a chart. */
  x: readonly number[];
  median: ArrayLike<number>;
  /** Quantiles beside the median. */
  low: ArrayLike<number>;
  high: ArrayLike<number>;
  /** The arithmetic mean over the networks, drawn thin. */
  mean?: ArrayLike<number>;
  /** The closed form, and its quantiles where its law is known. */
  theory?: { value: ArrayLike<number>; low?: ArrayLike<number>; high?: ArrayLike<number> };
}

/** A level across the whole chart. */
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
  /** Stands below while no point is read. */
  hint: string;
  /** Where one reads: "Layer 13". */
  at: (x: number) => string;
  median: string;
  band: string;
  mean: string;
  theory: string;
  theoryBand: string;
  waiting: string;
  /** What stands between parts, as the language has it. */
  colon: string;
  comma: string;
  semicolon: string;
}
