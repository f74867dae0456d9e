import * as tf from '@tensorflow/tfjs';
import { addSums, type ExactProblem } from '#lib/experiment/exact-sums.ts';
import { generator } from '#lib/random/generator.ts';
import { sumChunk } from '#workers/averaging/exact/exact.ts';
import { planOf } from '#workers/averaging/exact/plan.ts';
import { initialParameters } from '#workers/network/initialisations.ts';
import { biasesOf, layoutOf, weightsOf } from '#workers/network/layout.ts';
import type { Timed } from './contestant.ts';

/** All 2¹⁶ subnetworks of 2-8-8-2 on 400 points. */
const sizes = [2, 8, 8, 2];
const subnetworks = 2 ** 16;
const count = 400;
/** The rival is timed on this many masks a round, and scaled to all. */
const masks = 100;
const rounds = 5;

function problem(sizes: number[], p: number[], count: number): ExactProblem {
  const random = generator(1);
  return {
    sizes,
    p,
    count,
    activation: 'relu',
    parameters: initialParameters(layoutOf(sizes, 1), 'he', 0, 1),
    rows: Float32Array.from({ length: count * sizes[0] }, () => random.normal()),
  };
}

/** Ours: every subnetwork, on one thread. */
function exactly(of: ExactProblem): void {
  const plan = planOf(of.sizes, of.p);
  addSums(Array.from({ length: plan.chunks }, (_, chunk) => sumChunk(of, plan, chunk)));
}

/**
 * The rival: one subnetwork after the other through tfjs's fused products on the backend that is set,
 * their probabilities added up there; one read-back a round.
 */
function oneAtATime({ parameters, rows }: ExactProblem) {
  const layout = layoutOf(sizes, 1);
  const x = tf.tensor2d(rows, [count, sizes[0]]);
  const layers = layout.layers.map(({ inputs, outputs }, l) => ({
    weights: tf.tidy(() =>
      tf.transpose(tf.tensor2d(weightsOf(parameters, layout, 0, l), [outputs, inputs])),
    ),
    bias: tf.tensor1d(biasesOf(parameters, layout, 0, l)),
  }));
  const maskOf = (bits: number) =>
    tf.tensor1d(Float32Array.from({ length: 8 }, (_, unit) => 2 * ((bits >>> unit) & 1)));

  return async function round(first: number): Promise<void> {
    let sum: tf.Tensor = tf.zeros([count, sizes[3]]);
    for (let mask = first; mask < first + masks; mask++) {
      const next = tf.tidy(() => {
        let h: tf.Tensor2D = x;
        layers.forEach(({ weights, bias }, l) => {
          const hidden = l < layers.length - 1;
          h = tf.fused.matMul({
            a: h,
            b: weights as tf.Tensor2D,
            bias,
            activation: hidden ? 'relu' : 'linear',
          }) as tf.Tensor2D;
          if (hidden) h = tf.mul(h, maskOf(mask >>> (8 * l)));
        });
        return tf.add(sum, tf.softmax(h));
      });
      sum.dispose();
      sum = next;
    }
    await sum.data();
    sum.dispose();
  };
}

/** Milliseconds for all subnetworks, ours and one at a time, turn by turn. */
export async function raceExact(): Promise<Timed[]> {
  const of = problem(sizes, [0, 0.5, 0.5], count);
  const rival = oneAtATime(of);
  const own: Timed = { name: 'ours', times: [], losses: [] };
  const other: Timed = { name: 'one-at-a-time', times: [], losses: [] };
  exactly(of);
  await rival(0);
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    exactly(of);
    const middle = performance.now();
    await rival(round * masks);
    own.times.push(middle - start);
    other.times.push(((performance.now() - middle) * subnetworks) / masks);
  }
  return [own, other];
}

/**
 * Nanoseconds for one subnetwork on one point: all 2²⁰ of 2-10-10-2, and the 2¹⁰ of the same network
 * where only the last hidden layer drops. The larger sum is the first.
 */
export function raceSizes(): Timed[] {
  const large: Timed = { name: '2^20', times: [], losses: [] };
  const small: Timed = { name: '2^10', times: [], losses: [] };
  const points = 20;
  const wide = [2, 10, 10, 2];
  const contestants = [
    { timed: large, of: problem(wide, [0, 0.5, 0.5], points), subnetworks: 2 ** 20, times: 1 },
    { timed: small, of: problem(wide, [0, 0, 0.5], points), subnetworks: 2 ** 10, times: 1024 },
  ];
  for (let round = -1; round < rounds; round++) {
    for (const { timed, of, subnetworks, times } of contestants) {
      const start = performance.now();
      for (let i = 0; i < times; i++) exactly(of);
      const nanoseconds = ((performance.now() - start) * 1e6) / (times * subnetworks * points);
      // The first round warms up.
      if (round >= 0) timed.times.push(nanoseconds);
    }
  }
  return [large, small];
}
