/** A figure with its 95% interval. */
export interface Interval {
  value: number;
  low: number;
  high: number;
}

/** The 97.5% point of the standard normal distribution: 95% lies between −z and z. */
export const z95 = 1.959963984540054;
