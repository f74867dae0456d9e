/** How a unit is trained and tested, beside what its experiment says. Part of the header of its records. */
export interface Protocol {
  /** Share of the training rows that is held out for validation, so that the rest is trained on; 0 is none. */
  holdout: number;
  /** Whether the weights of the epoch with the least validation NLL are tested, in place of the last. */
  earlyStopping: boolean;
  /** Standard deviations of Gaussian noise on the test inputs; one more test for each. */
  testNoise: readonly number[];
  /** Whether subnetworks are averaged. */
  averages: boolean;
}

/** Trained on every row to the last step, tested on the test rows as they are. */
export const plain: Protocol = { holdout: 0, earlyStopping: false, testNoise: [], averages: false };
