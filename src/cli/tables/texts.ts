import type { TableId } from '#lib/tables/table.ts';

/** What is said about a table in `docs/results.md`. No figures: those are in the table. */
export interface TableText {
  title: string;
  /** What was trained and measured. */
  about: string;
  /** How it compares with what is published; '' where nothing is said yet. */
  literature: string;
}

export const texts: Record<TableId, TableText> = {
  'noisy-digits': {
    title: 'Noisy digits',
    about:
      'The preset `noisy-digits`: 1,000 drawn digits, 30% of whose labels were drawn anew, 196-256-256-10, 40 epochs. Means of k subnetworks are over disjoint groups of 2,000 draws.',
    literature: '',
  },
  'averages-against-k': {
    title: 'Averages against k',
    about:
      'Dropout on noisy digits: the mean prediction of k subnetworks, on all 2,000 test examples, over disjoint groups of 2,000 draws; beside it dropout turned off.',
    literature: '',
  },
  'drop-rate-fixed-n': {
    title: 'Drop probability, at a fixed width',
    about: 'Noisy digits, 256 units a hidden layer whatever p is. Dropout turned off.',
    literature: '',
  },
  'drop-rate-fixed-pn': {
    title: 'Drop probability, at a fixed number of kept units',
    about:
      'Noisy digits, hidden layers as wide as leaves 128 units of each on average: n = 128/(1 − p). Dropout turned off.',
    literature: '',
  },
  'data-set-size': {
    title: 'Size of the data set',
    about:
      'Noisy digits with more and fewer training examples. Every run takes 2,000 steps of 50 examples: the weights change as often, and each example is seen less often the more there are.',
    literature: '',
  },
  regularisers: {
    title: 'Regularisers',
    about:
      'Noisy digits. What has a strength was tuned: trained on 80% of the training rows for each value, the value with the least error on the other 20% (with their noisy labels, mean over the seeds) taken, and trained again on all rows. Early stopping trains on the 80% and keeps the epoch with the least NLL on the others.',
    literature: '',
  },
  'hidden-layers': {
    title: 'One hidden layer and two',
    about:
      'Dropout on noisy digits, 256 units a hidden layer: dropout turned off, and the means of 200 subnetworks, on all 2,000 test examples.',
    literature: '',
  },
  'geometric-gap': {
    title: 'The geometric mean and dropout turned off',
    about:
      'The same networks: NLL of the geometric mean of k subnetworks less that of dropout turned off. With one hidden layer the two are the same at all subnetworks, exactly.',
    literature: '',
  },
  'clean-labels': {
    title: 'Clean labels',
    about: 'The preset `clean-digits`: the same digits, with no label drawn anew.',
    literature: '',
  },
  mnist: {
    title: 'MNIST',
    about:
      'Real handwritten digits at 28×28 with their own labels, 784-256-256-10: 1,000 rows for 40 epochs and 5,000 rows for 20, tested on 2,000 others. L2 is that of the preset, untuned.',
    literature: '',
  },
  'input-noise': {
    title: 'Noise on the test inputs',
    about:
      'Noisy digits: test error of every variant with Gaussian noise of this standard deviation on each test input. Pixels go from 0 to 1, and the digits of training have noise of 0.1 themselves.',
    literature: '',
  },
};
