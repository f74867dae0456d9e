import type { TableId } from '#lib/tables/table.ts';

/** What is asked, what was trained, and what is published about it. No figure of ours stands here. */
interface TableWords {
  title: string;
  question: string;
  setup: string;
  literature: string;
}

export const tables: Record<TableId, TableWords> = {
  'noisy-digits': {
    title: 'Noisy digits',
    question:
      'What does dropout gain where labels are wrong, and how much of it does averaging gain?',
    setup:
      '1,000 drawn digits of 14×14 pixels, 30% of whose labels were drawn anew; 196-256-256-10, p = 0.5, 40 epochs; 2,000 test digits.',
    literature:
      'Srivastava et al. 2014 see dropout as training exponentially many thinned networks that share weights, and turning it off as their average. They test it on much more data, with right labels.',
  },
  'averages-against-k': {
    title: 'Averages against k',
    question: 'How many subnetworks must be averaged to be as good as dropout turned off?',
    setup:
      'The dropout network of the first table: the mean of k subnetworks on all test digits, over disjoint groups of 2,000 draws.',
    literature:
      'Srivastava et al. 2014, Fig. 11, on MNIST: about 50 samples match the approximation, and more are slightly better.',
  },
  'drop-rate-fixed-n': {
    title: 'Drop probability, layers of one width',
    question: 'Which drop probability is best if the layers stay as they are?',
    setup: 'Noisy digits, 256 units a hidden layer whatever p is, dropout off at test time.',
    literature:
      'Srivastava et al. 2014, Fig. 9a, on MNIST; they give the probability to keep, 1 − p.',
  },
  'drop-rate-fixed-pn': {
    title: 'Drop probability, as many units kept',
    question: 'And if the layers are the wider the more is dropped?',
    setup: 'Noisy digits, hidden layers of 128/(1 − p) units, so that 128 are kept on average.',
    literature: 'Srivastava et al. 2014, Fig. 9b, on MNIST.',
  },
  'data-set-size': {
    title: 'Size of the data set',
    question: 'Does dropout help with little data, and with much?',
    setup:
      'Noisy digits with more and fewer training examples; every run takes 2,000 steps of 50, so that the weights change as often.',
    literature: 'Srivastava et al. 2014, Fig. 10: MNIST with 100 to 50,000 right labels.',
  },
  regularisers: {
    title: 'Other regularisers',
    question: 'Does dropout gain more than other means against overfitting, each at its best?',
    setup:
      'Noisy digits. Strengths were chosen on 20% of the training rows, wrong labels included, as the one with the least mean error over the seeds, and the network then trained on all rows. Early stopping trains on 80% and keeps the epoch with the least NLL on the rest.',
    literature:
      'Srivastava et al. 2014, Table 9, on all of MNIST, test error: L2 1.62%, max-norm 1.35%, dropout with L2 1.25%, dropout with max-norm 1.05%.',
  },
  'hidden-layers': {
    title: 'One hidden layer and two',
    question: 'Which average is it that dropout turned off stands for?',
    setup:
      'Noisy digits, 256 units a hidden layer: dropout turned off beside both means of 200 subnetworks.',
    literature:
      'Hinton et al. 2012: with one hidden layer the geometric mean of all subnetworks is dropout turned off, exactly. Warde-Farley et al. 2014 find them close in deeper small networks.',
  },
  'geometric-gap': {
    title: 'The geometric mean and dropout turned off',
    question: 'Do the two come together as more subnetworks are averaged?',
    setup:
      'The networks of the table before: NLL of the geometric mean of k subnetworks less that of dropout turned off.',
    literature:
      'An identity for one hidden layer (Hinton et al. 2012); with a mask before a non-linearity there is none.',
  },
  'clean-labels': {
    title: 'Clean labels',
    question: 'Does dropout help where no label is wrong?',
    setup: 'The same drawn digits and network, with every label right.',
    literature:
      'Srivastava et al. 2014, on all of MNIST: 1.60% for a standard network, 1.05% for dropout with max-norm (Tables 2 and 9).',
  },
  mnist: {
    title: 'MNIST',
    question: 'Is it the same with real handwriting?',
    setup:
      'Handwritten digits of 28×28 pixels with their own labels, 784-256-256-10: 1,000 rows for 40 epochs, 5,000 for 20; 2,000 other rows for testing. L2 is that of the preset, not tuned.',
    literature:
      'Srivastava et al. 2014, Fig. 10: none with 100 and 500 examples, and a gain from 1,000 on, in wider networks.',
  },
  'input-noise': {
    title: 'Noise on the test inputs',
    question: 'Who bears noise that was not there in training?',
    setup:
      'The networks of the first table, tested with Gaussian noise on every pixel. Pixels go from 0 to 1, and the digits of training carry noise of 0.1 themselves.',
    literature:
      'Bishop 1995: training with noise on the inputs is a penalty on how fast the output changes with them.',
  },
};
