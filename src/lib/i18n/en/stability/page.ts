/** The frame of the page of numerical stability. */
export const page = {
  pageTitle: 'Numerical stability: gradients that vanish and explode · Dropout Lab',
  description:
    'Watch signals and gradients vanish and explode through up to 200 layers, measured in your browser beside their closed forms, and cure them.',
  title: 'Vanish or explode',
  lead: 'Deep networks are long products, and long products go to 0 or to infinity. See it measured on real networks, drawn over what theory says, and cure it.',
  experiments: 'Experiments',
  settings: 'Settings',
  compute: 'Compute',
  computing: 'Computing …',
  stop: 'Stop',
  stopped: 'Stopped.',
  table: 'Show as a table',
};
