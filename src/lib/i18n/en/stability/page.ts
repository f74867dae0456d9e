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
  automatic:
    'Every layer’s numbers are looked at on the way, and from WebGL each product would have to come back: so WebAssembly is taken.',
  gpu: 'You asked for WebGL: every matrix product is computed on the GPU, and comes back to be looked at.',
  instead: (name: string, why: string) => `The lab computes with ${name}, in float32: ${why}.`,
  slower: (precision: string) =>
    `${precision} is computed in plain JavaScript, which takes longer.`,
  otherPrecisions:
    'float64 and float16 are computed in plain JavaScript: TensorFlow.js has neither.',
};
