/**
 * Rows of each part that the live curves are measured on, from the first: the split is random. More
 * would take longer than the training between two points.
 */
export const liveRows = 2000;
