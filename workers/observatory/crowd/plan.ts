import { layoutOf } from '../../network/layout.ts';
import { droppableUnits } from '#lib/experiment/exact-sums.ts';

/** How many subnetworks a crowd has, and on how many test examples: as many as take some seconds. */
export interface CrowdPlan {
  /** `all` subnetworks, each weighted by its probability; or the first ones `drawn`, of one weight. */
  kind: 'all' | 'drawn';
  members: number;
  examples: number;
}

const mostEnumerated = 2 ** 16;
const mostDrawn = 10_000;
/** Fewer draws than `fewDraws` show no shape: use fewer examples first, down to `fewExamples`. */
const [fewDraws, fewExamples] = [500, 200];

/**
 * Nanoseconds that may be spent, on the machine of the figures below. Enumerating may take longer: it
 * begins with the most probable subnetworks, and the last ones hardly move the picture.
 */
const [enumerating, drawing] = [15e9, 8e9];

/**
 * Nanoseconds for one example under one subnetwork: fitted to .21 µs (2-8-8-2, p = .1) and 2.9 µs
 * (196-256-256-10, p = .5), each over 1,000 examples on WASM in Node 24 on two shared cores.
 */
function costOf(sizes: readonly number[], p: readonly number[]): number {
  const { layers } = layoutOf(sizes, 1);
  const kept = sizes.map((units, l) => units * (1 - (p[l] ?? 0)));
  // The first layer is computed once for all, unless inputs are dropped.
  const products = layers.reduce(
    (sum, _, l) => (l === 0 && p[0] === 0 && layers.length > 1 ? 0 : sum + kept[l] * kept[l + 1]),
    0,
  );
  const activated = kept.slice(1, -1).reduce((sum, units) => sum + units, 0);
  return 60 * sizes[sizes.length - 1] + 4 * activated + 0.1 * products;
}

/** Rounded down to one digit: 4,321 is 4,000. */
function round(count: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, count)));
  return Math.max(1, Math.floor(count / power) * power);
}

/**
 * The plan for layers of `sizes` units (inputs, hidden layers, classes) at drop probabilities `p` of
 * the input and each hidden layer, with `examples` at hand.
 */
export function crowdPlan(
  sizes: readonly number[],
  p: readonly number[],
  examples: number,
): CrowdPlan {
  const cost = costOf(sizes, p);
  const all = 2 ** droppableUnits(sizes, p);
  if (all <= mostEnumerated && all * examples * cost <= enumerating)
    return { kind: 'all', members: all, examples };
  const affordable = drawing / cost;
  const fewer = Math.max(fewExamples, round(affordable / fewDraws));
  const used = affordable / examples >= fewDraws ? examples : Math.min(examples, fewer);
  const members = round(Math.min(mostDrawn, affordable / used));
  return { kind: 'drawn', members, examples: used };
}
