import { generator } from '#lib/random/generator.ts';
import { key, streams } from '#lib/random/key.ts';
import { comparing } from '../tools/compare.ts';
import { crowdOf } from '../tools/crowd.ts';
import { statement } from '../statement.ts';

const ks = [1, 2, 4, 8, 16, 32, 64, 128, 256];
/**
 * Tolerance of the slope. The mean square of `repeats` = 4,000 distances has a relative standard
 * error of about √(2/4000) = 2.2%, an RMS half of it, 1.1%. Nine points whose logarithms are spread
 * by √Σ(ln k − mean)² = 5.4 give the slope a standard error of .011/5.4 = .002, a little more since
 * the points share draws and squares have heavier tails than a normal's. .03 is what was asked for.
 */
const tolerance = 0.03;

/** The error of a Monte Carlo mean falls as k^(−1/2): the slope of log RMS against log k. */
export const monteCarloSlope = statement('monte-carlo-slope', ({ units, repeats, p }, seed) => {
  const { weights, predictions, mean, classes, spread } = crowdOf(units, p, seed);
  const cumulative: number[] = [];
  weights.reduce((sum, weight, m) => (cumulative[m] = sum + weight), 0);
  const random = generator(key(seed, streams.averagingMask));

  /** A subnetwork drawn by its probability. */
  function draw(): Float64Array {
    const u = random.uniform();
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle] < u) low = middle + 1;
      else high = middle;
    }
    return predictions[low];
  }

  const squares = new Float64Array(ks.length);
  const sum = new Float64Array(classes);
  for (let repeat = 0; repeat < repeats; repeat++) {
    sum.fill(0);
    let drawn = 0;
    ks.forEach((k, at) => {
      for (; drawn < k; drawn++) {
        const q = draw();
        for (let c = 0; c < classes; c++) sum[c] += q[c];
      }
      for (let c = 0; c < classes; c++) squares[at] += (sum[c] / k - mean[c]) ** 2;
    });
  }
  const rms = Array.from(squares, (total) => Math.sqrt(total / repeats));
  const compared = comparing('equal', tolerance);
  compared.add(slope(ks.map(Math.log), rms.map(Math.log)), -0.5);
  const closedForm = ks.map((k) => Math.sqrt(spread / k));
  const outcome = compared.outcome({ series: { x: ks, measured: rms, closedForm } });
  return { ...outcome, checks: repeats * ks.length };
});

/** The slope of y against x by least squares. */
function slope(x: number[], y: number[]): number {
  const meanX = x.reduce((a, b) => a + b) / x.length;
  const meanY = y.reduce((a, b) => a + b) / y.length;
  const covariance = x.reduce((total, value, i) => total + (value - meanX) * (y[i] - meanY), 0);
  return covariance / x.reduce((total, value) => total + (value - meanX) ** 2, 0);
}
