/**
 * From this many groups on, the band over them runs from their 2.5% to their 97.5% point. With fewer it
 * runs from the lowest to the highest group, and the chart says so.
 */
export const MANY_GROUPS = 20;
