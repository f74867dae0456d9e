/** The test of a sentence of the notes. */
export const claim = {
  title: 'A sentence of the notes, put to the test',
  quote: 'ReLU explodes more easily, sigmoid vanishes more easily.',
  lead: (depth: number, width: number, networks: number) =>
    `The same stack with ReLU and with sigmoid, ${depth} layers of ${width} units, for weights from small to large; ${networks} networks each. By how much does one layer multiply the size of the gradient?`,
  test: 'Put it to the test',
  again: 'Test again',
  progress: 'Stacks computed',
  done: (done: number, of: number) => `${done} of ${of} stacks`,
  lines: { relu: 'ReLU', sigmoid: 'Sigmoid' },
  one: '1: neither vanishes nor explodes',
  chart: {
    title: 'What one layer does to the gradient, by the size of the weights',
    x: 'σ√n, the size of the weights',
    y: 'factor of the gradient’s size, a layer',
    read: 'Read the chart by the size of the weights',
    hint: 'Point at a place, or use the arrow keys, to read its numbers.',
    at: (gain: string) => `σ√n = ${gain}`,
    waiting: 'Nothing has been computed yet.',
  },
  verdicts: {
    holds: (wins: number, of: number) =>
      `As a comparison it holds here: with the same weights ReLU’s factor is the larger one at ${wins} of ${of} sizes.`,
    mixed: (wins: number, of: number) =>
      `As a comparison it does not always hold here: ReLU’s factor is the larger one at only ${wins} of ${of} sizes.`,
    fails: (of: number) =>
      `It does not hold here: ReLU’s factor is the larger one at none of ${of} sizes.`,
    both: 'As a property of the two it misleads, since the weights decide:',
    crosses: (name: string, below: string, above: string) =>
      `${name} vanishes up to σ√n = ${below} and explodes from ${above} on.`,
    vanishes: (name: string) => `${name} vanishes at every size that was tried.`,
    explodes: (name: string) => `${name} explodes at every size that was tried.`,
    other: (name: string) => `${name} does not go from one to the other at one size.`,
  },
  basis:
    'A factor is the root of the geometric mean over the layers; bands span 5% to 95% of the networks. A factor counts as larger, or as above or below 1, where its whole band is. Widths, dropout, residual and inputs are those of the stack above; the weights are N(0, σ²), in float32.',
};
