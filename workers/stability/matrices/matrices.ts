import { generator, type Generator } from '#lib/random/generator.ts';
import { key, streams } from '#lib/random/key.ts';
import type { MatricesSpec } from '#lib/experiment/stability/small-probes.ts';
import { digamma } from '../closed-form/polygamma.ts';
import type { Question } from '../../asking.ts';
import type { Memory } from '../../network/host/memory.ts';
import { quantilesOf } from '../tools/quantiles.ts';
import { roundTo } from '../tools/round.ts';

export interface MatricesJob extends MatricesSpec {
  seed: number;
}

export interface MatricesAnswer {
  /** log₁₀ of the largest |entry| after k multiplications, quantiles `[quantileLevels, count + 1]`. */
  quantiles: Float64Array<ArrayBuffer>;
  /** The same of the first run, `[count + 1]`. */
  first: Float64Array<ArrayBuffer>;
  /** The same at the end, of each run, in order `[runs]`. */
  final: Float64Array<ArrayBuffer>;
  /** Mean and standard deviation of `final`. */
  mean: number;
  deviation: number;
  /** The share of runs in which a number is no longer finite after k multiplications, `[count + 1]`. */
  overflowed: Record<'float32' | 'float16', Float64Array<ArrayBuffer>>;
  /** What log₁₀ grows by with a multiplication in the long run. */
  growth: number;
  /** Runs that are in it so far. */
  runs: number;
}

/**
 * Square matrices of N(0, 1) multiplied one after the other, many times over. The logarithm of the norm
 * grows by (ln 2 + ψ(n/2))/2 a multiplication, the largest Lyapunov exponent (Newman 1986), and the
 * product itself is ruled by rare runs. The news is the answer so far.
 */
export const matrices: Question<Memory, MatricesJob, MatricesAnswer, MatricesAnswer> = async (
  _memory,
  job,
  { tell, goesOn },
) => {
  const { size, count, runs, seed } = job;
  const columns = count + 1;
  const logs = new Float64Array(runs * columns);
  const lost = { float32: new Float64Array(columns), float16: new Float64Array(columns) };
  let done = 0;

  const answer = (): MatricesAnswer => {
    const final = Float64Array.from({ length: done }, (_, run) => logs[(run + 1) * columns - 1]);
    const mean = final.reduce((sum, x) => sum + x, 0) / done;
    const squares = final.reduce((sum, x) => sum + (x - mean) ** 2, 0);
    return {
      quantiles: quantilesOf(logs, done, columns),
      first: logs.slice(0, columns),
      final,
      mean,
      deviation: Math.sqrt(squares / (done - 1)),
      overflowed: {
        float32: lost.float32.map((n) => n / done),
        float16: lost.float16.map((n) => n / done),
      },
      growth: (Math.LN2 + digamma(size / 2)) / 2 / Math.LN10,
      runs: done,
    };
  };

  for (; done < runs && (await goesOn()); done++) {
    const random = generator(key(seed, streams.factor, size, done));
    const row = logs.subarray(done * columns, (done + 1) * columns);
    multiplyAll(size, random, row, lost);
    tell(answer);
  }
  return answer();
};

/** One run: fills `logs` `[count + 1]`, and counts each k at which a precision has lost a number. */
function multiplyAll(
  size: number,
  random: Generator,
  logs: Float64Array,
  lost: MatricesAnswer['overflowed'],
): void {
  const draw = () => Float64Array.from({ length: size * size }, () => random.normal());
  let exact = draw();
  let single = exact.map(Math.fround);
  let half = exact.map(roundTo.float16);
  for (let k = 0; k < logs.length; k++) {
    if (k > 0) {
      const factor = draw();
      exact = times(exact, factor, size, roundTo.float64, roundTo.float64);
      single = times(single, factor.map(Math.fround), size, Math.fround, Math.fround);
      half = times(half, factor.map(roundTo.float16), size, Math.fround, roundTo.float16);
    }
    logs[k] = Math.log10(exact.reduce((most, x) => Math.max(most, Math.abs(x)), 0));
    if (!single.every(Number.isFinite)) lost.float32[k]++;
    if (!half.every(Number.isFinite)) lost.float16[k]++;
  }
}

/** a·b, square; sums are rounded by `sum`, results by `round`. */
function times(
  a: Float64Array,
  b: Float64Array,
  size: number,
  sum: (x: number) => number,
  round: (x: number) => number,
): Float64Array<ArrayBuffer> {
  const out = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      let total = 0;
      for (let k = 0; k < size; k++) total = sum(total + a[i * size + k] * b[k * size + j]);
      out[i * size + j] = round(total);
    }
  }
  return out;
}
