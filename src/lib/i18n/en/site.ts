import type { PresetName } from '#lib/experiment/presets.ts';

/** The frame of every page, and the home. */
export const site = {
  name: 'Dropout Lab',
  skip: 'Skip to content',
  navigation: 'Site',
  lab: 'Lab',
  theory: 'Theory',
  results: 'Results',
  units: 'Units',
  subnetworks: 'Subnetworks',
  stability: 'Stability',
  theme: {
    toDark: 'Switch to dark colours',
    toLight: 'Switch to light colours',
  },
  footer: {
    licence: 'MIT licence. Runs in your browser alone: no account, no server, nothing is sent.',
    notices: 'Third-party notices',
  },
  pageTitle: {
    home: 'Dropout Lab: does dropout average its subnetworks?',
    lab: 'Dropout and the average over subnetworks · Dropout Lab',
  },
  description: {
    home: 'Train networks and ensembles of subnetworks side by side in your browser, and see whether dropout really is like averaging.',
    lab: 'One button trains a plain network, dropout, subnetworks of their own and a full ensemble at once, and compares the average over subnetworks with dropout turned off.',
  },
};

export const home = {
  question: 'Is predicting with dropout turned off like averaging all its subnetworks?',
  lead: 'Textbooks say so in one line. Here you can check it, with real training, in this browser.',
  figure:
    'Three thinned networks added up, each with some units dropped: are they about the same as the whole network?',
  open: 'Open the lab',
  points: [
    'One button trains four kinds of network at once, each in its own worker, and draws what they do while they do it.',
    'Then hundreds of subnetworks are drawn from the one trained with dropout, and their average is set against the same network with dropout turned off.',
    'Every result comes with its interval, and a sentence says “better” only where the numbers allow it.',
  ],
  theory: 'Or check the theory: every identity, computed here',
  presets: 'Or begin with one of these',
  others: 'More to try',
  labs: {
    units:
      'One layer of five units: sample masks, and watch mean and variance come to their closed forms.',
    subnetworks:
      'The subnetworks of a small network: one by one, as boundaries, as a crowd, and all of them.',
    stability:
      'Why signals and gradients vanish or explode in deep networks, and what cures them: up to 200 layers, measured beside theory.',
    results: 'What many runs came to: tables of five seeds each, each with the experiment to run.',
  },
};

export const presetText: Record<PresetName, { title: string; line: string }> = {
  'noisy-digits': {
    title: 'Noisy digits',
    line: 'Drawn digits, 30% of the training labels drawn anew: learning by heart hurts here.',
  },
  'clean-digits': {
    title: 'Clean digits',
    line: 'The same digits with every label right: dropout seldom gains anything clear.',
  },
  'notes-network': {
    title: 'The network of the notes',
    line: '784-256-256-10 with p = 0.2 and 0.5, as in the course notes.',
  },
  moons: {
    title: 'Two moons',
    line: 'Points in the plane: small, quick, and easy to picture.',
  },
  'tiny-moons': {
    title: 'Tiny moons',
    line: 'Two layers of eight units: small enough to average all 65,536 subnetworks.',
  },
  'your-own-data': {
    title: 'Your own data',
    line: 'MNIST-style IDX files or a CSV of your own. It stays on this device.',
  },
};
