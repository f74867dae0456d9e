import type { ActivationName } from '#lib/experiment/experiment.ts';
import type { OpenBackend } from '#workers/backend.ts';
import type { Ensemble, EnsembleSpec } from '#workers/network/ensemble.ts';
import { keptUnits, type MaskRule } from '#workers/network/masks.ts';
import { drawLabels, drawNetwork, drawRows } from '#workers/theory/tools/draws.ts';
import type { NetworkOnExamples } from '#workers/theory/tools/members.ts';
import { logProbabilityBound, type Functions } from './float32-bound.ts';

/** One identity on one engine: how far it is off, and how far float32 may be. */
export interface EngineCheck {
  what: string;
  /** The row of the list of identities. */
  row: number;
  control: boolean;
  difference: number;
  allowed: number;
}

const examples = 8;

/**
 * Rows 1, 3, 4 and 9 on an engine, with its own predictions under every mask. Only what the engine
 * computed is averaged, in float64; `functions` says how exact its exp and log are.
 */
export async function engineIdentities(
  backend: OpenBackend,
  functions: Functions,
  activationNames: readonly ActivationName[],
  seed: number,
): Promise<EngineCheck[]> {
  const checks: EngineCheck[] = [];
  for (const p of [0.3, 0.5]) {
    const softmax = problemOf([6, 4], [p], 'relu', seed);
    const members = await everyMember(backend, softmax, functions);
    checks.push(geometric(1, `softmax regression, p = ${p}`, members, false));
    checks.push(arithmetic(1, `arithmetic mean, p = ${p}`, members));
    for (const activation of activationNames) {
      const after = problemOf([5, 6, 4], [0, p], activation, seed);
      const what = `one hidden ${activation} layer, p = ${p}`;
      checks.push(geometric(4, what, await everyMember(backend, after, functions), false));
      const before = problemOf([6, 5, 4], [p, 0], activation, seed);
      const control = `mask before ${activation}, p = ${p}`;
      checks.push(geometric(4, control, await everyMember(backend, before, functions), true));
    }
    for (const sizes of [
      [3, 3, 3],
      [2, 2, 2, 2],
    ]) {
      const linear = positive(problemOf(sizes, Array(sizes.length - 1).fill(p), 'relu', seed));
      const what = `deep linear ${sizes.join('-')}, p = ${p}`;
      checks.push(logits(3, what, await everyMember(backend, linear, functions)));
    }
  }
  checks.push(...(await ends(backend, seed)));
  return checks;
}

function problemOf(
  sizes: number[],
  p: number[],
  activation: ActivationName,
  seed: number,
): NetworkOnExamples {
  return {
    sizes,
    activation,
    parameters: drawNetwork(sizes, seed),
    p,
    rows: drawRows(seed, examples, sizes[0]),
    count: examples,
  };
}

/** With nothing below zero, a ReLU network is a linear one. */
function positive(problem: NetworkOnExamples): NetworkOnExamples {
  return {
    ...problem,
    parameters: problem.parameters.map(Math.abs),
    rows: problem.rows.map(Math.abs),
  };
}

function networkOn(backend: OpenBackend, problem: NetworkOnExamples, masks: MaskRule): Ensemble {
  const { sizes, activation, parameters, count } = problem;
  const spec: EnsembleSpec = {
    sizes,
    members: 1,
    activation,
    optimizer: 'sgd',
    batch: count,
    masks,
  };
  const network = backend.ensemble(spec);
  network.write({ parameters });
  return network;
}

interface Members {
  classes: number;
  weights: number[];
  /** Log-probabilities `[count, classes]` of each subnetwork, and of the network with dropout off. */
  logs: Float32Array[];
  off: Float32Array;
  /** Σ P(m)·bound and the bound of dropout off, of each example. */
  meanBound: Float64Array;
  offBound: Float64Array;
}

/** What the engine says under each of the 2ⁿ masks: subnetwork numbers are tried until all were seen. */
async function everyMember(
  backend: OpenBackend,
  problem: NetworkOnExamples,
  functions: Functions,
): Promise<Members> {
  const { sizes, p, count } = problem;
  const units = p.reduce((sum, drop, layer) => sum + (drop > 0 ? sizes[layer] : 0), 0);
  const network = networkOn(backend, problem, { kind: 'none' });
  const held = network.hold(problem.rows, count);
  const bounds = (kept: readonly ArrayLike<number>[] | null) =>
    Float64Array.from({ length: count }, (_, row) =>
      logProbabilityBound(problem, row, kept, functions),
    );
  const members: Members = {
    classes: sizes[sizes.length - 1],
    weights: [],
    logs: [],
    off: await network.predict(held),
    meanBound: new Float64Array(count),
    offBound: bounds(null),
  };
  const seen = new Set<string>();
  for (let first = 0; seen.size < 2 ** units; first++) {
    const rule = { kind: 'subnetworks', seed: 7, first } as const;
    const kept = p.map((drop, layer) => keptOf(rule, drop, layer, sizes[layer]));
    const name = kept.join('|');
    if (seen.has(name)) continue;
    seen.add(name);
    const weight = kept.reduce(
      (product, layer, l) =>
        p[l] === 0
          ? product
          : layer.reduce((inner, unit) => inner * (unit ? 1 - p[l] : p[l]), product),
      1,
    );
    members.weights.push(weight);
    members.logs.push(await network.predict(held, rule, p));
    bounds(kept).forEach((bound, row) => (members.meanBound[row] += weight * bound));
  }
  held.release();
  network.dispose();
  return members;
}

function keptOf(
  rule: Extract<MaskRule, { kind: 'subnetworks' }>,
  drop: number,
  layer: number,
  units: number,
): Float64Array {
  const kept = new Float64Array(units);
  for (const unit of keptUnits(rule, drop, layer, 0, units)) kept[unit] = 1;
  return kept;
}

/** Σ P(m)·f(log-probability), `[count, classes]`. */
function mean({ weights, logs }: Members, f: (log: number) => number): Float64Array {
  const sum = new Float64Array(logs[0].length);
  logs.forEach((values, m) => values.forEach((log, i) => (sum[i] += weights[m] * f(log))));
  return sum;
}

/**
 * The geometric mean against dropout off, as probabilities. Mean logs are off by the mean bound, their
 * normaliser by as much again; a probability, at most 1, by as much as its logarithm.
 */
function geometric(row: number, what: string, members: Members, control: boolean): EngineCheck {
  const { classes, off, meanBound, offBound } = members;
  const q = mean(members, (log) => log).map(Math.exp);
  let difference = 0;
  let allowed = Infinity;
  for (let start = 0; start < q.length; start += classes) {
    const total = q.subarray(start, start + classes).reduce((a, b) => a + b, 0);
    const limit = 2 * meanBound[start / classes] + offBound[start / classes];
    for (let i = start; i < start + classes; i++) {
      const d = Math.abs(q[i] / total - Math.exp(off[i]));
      // The example that comes nearest to its own limit.
      if (!(d / limit <= difference / allowed)) [difference, allowed] = [d, limit];
    }
  }
  return { row, what, control, difference, allowed };
}

function arithmetic(row: number, what: string, members: Members): EngineCheck {
  const { off, meanBound, offBound } = members;
  const q = mean(members, Math.exp);
  const difference = q.reduce((most, x, i) => Math.max(most, Math.abs(x - Math.exp(off[i]))), 0);
  const allowed = Math.max(...meanBound) + Math.max(...offBound);
  return { row, what, control: true, difference, allowed };
}

/** Logits above that of class 0, which are linear in every mask: their arithmetic mean against off. */
function logits(row: number, what: string, members: Members): EngineCheck {
  const { classes, off, meanBound, offBound } = members;
  const average = mean(members, (log) => log);
  let difference = 0;
  let allowed = Infinity;
  for (let i = 0; i < off.length; i++) {
    const example = Math.floor(i / classes);
    const zero = example * classes;
    const d = Math.abs(average[i] - average[zero] - (off[i] - off[zero]));
    const limit = 2 * (meanBound[example] + offBound[example]);
    if (!(d / limit <= difference / allowed)) [difference, allowed] = [d, limit];
  }
  return { row, what, control: false, difference, allowed };
}

/** Both ends of p: numbers that are not what they have to be, bit by bit. */
async function ends(backend: OpenBackend, seed: number): Promise<EngineCheck[]> {
  const sizes = [5, 7, 6, 3];
  const problem = problemOf(sizes, [0, 0, 0], 'relu', seed);
  const { rows, count } = problem;
  const labels = drawLabels(seed, count, 3);
  const rule = { kind: 'subnetworks', seed, first: 0 } as const;
  const settings = { learningRate: 0.1, momentum: 0.9, l2: 0, maxNorm: 0 };
  const checks: EngineCheck[] = [];
  const check = (what: string, wrong: number) =>
    checks.push({ row: 9, what, control: false, difference: wrong, allowed: 0 });
  const differing = (a: Float32Array, b: Float32Array) =>
    a.reduce((n, x, i) => n + (Object.is(x, b[i]) ? 0 : 1), 0);

  async function outcome(masks: MaskRule, p: number[]) {
    const network = networkOn(backend, problem, masks);
    for (let step = 0; step < 3; step++) {
      network.step({ rows, labels, count }, step, { ...settings, p });
    }
    const held = network.hold(rows, count);
    const result = {
      losses: await network.losses(),
      parameters: (await network.read()).parameters,
      off: await network.predict(held),
      masked: await network.predict(held, rule, p),
    };
    held.release();
    network.dispose();
    return result;
  }

  const plain = await outcome({ kind: 'none' }, [0, 0, 0]);
  const zero = await outcome({ kind: 'fresh', seed }, [0, 0, 0]);
  check('p = 0, weights after training', differing(zero.parameters, plain.parameters));
  check('p = 0, prediction', differing(zero.masked, plain.off));
  const all = await outcome({ kind: 'fresh', seed }, [1, 1, 1]);
  const finite = (numbers: Float32Array) => numbers.filter((x) => !Number.isFinite(x)).length;
  check('p = 1, weights and losses are finite', finite(all.parameters) + finite(all.losses));
  const first = all.masked.slice(0, 3);
  check(
    'p = 1, every example is predicted alike',
    all.masked.reduce((n, x, i) => n + (Object.is(x, first[i % 3]) ? 0 : 1), 0),
  );
  return checks;
}
