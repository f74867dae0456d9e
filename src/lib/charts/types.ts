import type { StyleName } from './styles.ts';
import type { Format } from './format.ts';

/** What the charts are given. Every text is translated before it reaches them. */

/** A line. NaN and ±Infinity are gaps. `x` ascends. */
export interface LineSeries {
  /** Stays the same while the line lives; needed where two lines share a name. Default: `name`. */
  key?: string;
  name: string;
  style: StyleName;
  /** `[points]`; arrays are replaced, not changed in place. */
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  /** `[points]` each. */
  band?: { low: ArrayLike<number>; high: ArrayLike<number> };
  /** Markers at the two ends only, for a horizontal level. */
  ends?: boolean;
  /** A companion line of the same variant (training beside test): thin, dotted, no markers. */
  quiet?: boolean;
}

/** A stretch of x to be read with care, shaded, with a word on it. */
export interface Zone {
  from: number;
  to: number;
  label: string;
}

/** A column that only the table shows. `[points]` each. */
export interface ExtraColumn {
  name: string;
  x: ArrayLike<number>;
  values: ArrayLike<number>;
  format: Format;
}

export interface TableText {
  /** Opens the table: "Show as table". */
  summary: string;
  /** Says that rows were left out: "60 of 2,000 rows". */
  thinned: (shown: number, total: number) => string;
}

/** Stands where a chart would, when what draws it could not be loaded. */
export interface LostText {
  sentence: string;
  again: string;
}

export interface ChartText {
  /** The accessible name of the figure, also shown above it. */
  title: string;
  /** What the chart shows, for those who do not see it. */
  description?: string;
  x: string;
  y: string;
  /** Stands in the chart while there is nothing to draw. */
  empty: string;
  /** The accessible name of the reading line that arrow keys move: "Read values along the steps". */
  cursor: string;
  /** The values of the lines at one place, in words: “step 5: a 1, b 2”. */
  reading: (where: string, values: readonly string[]) => string;
  table: TableText;
  lost: LostText;
}
