/**
 * How many rows of the training part, and of the test part, the live curves are measured on. The
 * first rows serve, since the split is random. Measuring more would take longer than the training
 * between two points.
 */
export const liveRows = 2000;
