import { formats } from '../../formats.ts';

const { integer, number } = formats('en');

/** The maps of what networks make of the plane. */
export const boundary = {
  title: 'The decision boundary',
  lead: 'Where does each network draw the line between the classes? Let k grow, and see what the mean of k subnetworks comes to.',
  needsPlane: 'These maps need data with two inputs: points in the plane.',
  openPlane: 'Open this page with the two moons',
  shared:
    'Map 1 shows a network trained without dropout. All the others show one network trained with it.',
  nothingDropped: 'Every mask is the same here, and so are maps 2, 3 and 5.',
  k: 'Subnetworks, k',
  subnetworks: (k: number) => (k === 1 ? '1 subnetwork' : `${integer(k)} subnetworks`),
  play: 'Play',
  pause: 'Pause',
  double: 'Twice as many',
  drawing: (done: number, draws: number) =>
    `${integer(done)} of ${integer(draws)} subnetworks drawn`,
  maps: {
    single: 'No dropout',
    member: (k: number) => `Subnetwork number ${integer(k)}`,
    mean: (k: number) => `Mean of ${integer(k)}`,
    off: 'Dropout off',
    exact: (all: number | null) =>
      all === 1 ? 'The only subnetwork' : all ? `Mean of all ${integer(all)}` : 'Mean of all',
    spread: 'Disagreement',
  },
  notTrained: 'A network without dropout was not trained. Choose it in the settings.',
  tooMany: (most: number, n: number) =>
    `The exact mean needs at most ${integer(most)} units that can be dropped; here there are ${integer(n)}.`,
  exactly: 'Averaging over every subnetwork',
  compute: 'Compute the exact mean',
  legend: {
    probability: (name: string) => `Probability of class ${name}`,
    classes: 'The colour of the most probable class, paler where less sure',
    classNamed: (name: string) => `class ${name}`,
    line: 'where the classes are equally probable',
    wrong: 'wrong label',
    points: (shown: number, total: number) =>
      shown < total
        ? `${integer(shown)} of ${integer(total)} training points are shown.`
        : `The ${integer(total)} training points are shown.`,
    spread: 'Standard deviation',
  },
  cursor: {
    name: 'Place on the maps',
    at: (x: string, y: string) => `x₁ = ${x}, x₂ = ${y}`,
    help: 'Point at a map, or use the arrow keys here.',
  },
  table: {
    caption: 'The six maps in figures',
    map: 'Map',
    probability: (name: string) => `Probability of class ${name} at the cursor`,
    mostProbable: 'Most probable class at the cursor',
    same: 'Area with the same class as dropout off',
    distance: 'Distance from the exact mean',
    spread: 'Disagreement (standard deviation)',
  },
  distance: 'Distance: the root mean square over the map of the difference in probability.',
  expected: (sigma: number, k: number) =>
    `One subnetwork is typically σ = ${number(sigma, 2)} away from the exact mean, and a mean of k drawn at random σ/√k: ${number(sigma / Math.sqrt(k), 2)} for k = ${integer(k)}.`,
  asNear: (off: number, k: number) =>
    `Dropout off is ${number(off, 2)} away: near, not equal. A mean gets as near with about ${integer(k)} subnetworks.`,
  source:
    'The disagreement is the standard deviation of the probability over the k subnetworks: the uncertainty of Monte Carlo dropout (Gal and Ghahramani 2016). It says where subnetworks differ, not where they are wrong.',
};
