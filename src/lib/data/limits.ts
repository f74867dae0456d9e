/** What a file may hold. A phone has to hold it as well. */
export const limits = {
  /** Examples of one file: MNIST has 60,000, with its test set 70,000. */
  rows: 70_000,
  /** Numbers in one row: a picture of 64 · 64. */
  inputs: 4_096,
  /** Fewest examples of one file: the ten for each part that an experiment may ask for. */
  fewestRows: 20,
  /** Classes of a CSV file; beyond this the column is a number to predict. */
  classes: 100,
  /** Numbers of a CSV file, which are held in float64 until they are standardised: 512 MiB. */
  cells: 2 ** 26,
  /** Characters in one line of a CSV file. */
  line: 2 ** 20,
} as const;
