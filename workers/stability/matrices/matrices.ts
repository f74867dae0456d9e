import { generator, type Generator } from '#lib/random/generator.ts';
import { key, streams } from '#lib/random/key.ts';
import type { MatricesSpec } from '#lib/experiment/stability/small-probes.ts';
import { precisionNames, type PrecisionName } from '#lib/experiment/stability/stack.ts';
import { digamma } from '../closed-form/polygamma.ts';
import type { Question } from '../../asking.ts';
import { allFinite } from '../../network/host/all-finite.ts';
import type { Memory } from '../../network/host/memory.ts';
import { plainArithmetic, type Arithmetic, type Cells, type Numbers } from '../tools/arithmetic.ts';
import { quantilesOf } from '../tools/quantiles.ts';

export interface MatricesJob extends MatricesSpec {
  seed: number;
}

export interface MatricesAnswer {
  /** log₁₀ of the largest |entry| after k multiplications, quantiles `[quantileLevels, count + 1]`. */
  quantiles: Float64Array<ArrayBuffer>;
  /** log₁₀ of the largest |entry| in the first run, `[count + 1]`. */
  first: Float64Array<ArrayBuffer>;
  /** log₁₀ of the largest |entry| at the end of each run, in the order of the runs, `[runs]`. */
  final: Float64Array<ArrayBuffer>;
  /** Mean and standard deviation of `final`. */
  mean: number;
  deviation: number;
  /** The share of runs in which a number is no longer finite after k multiplications, `[count + 1]`. */
  overflowed: Record<'float32' | 'float16', Float64Array<ArrayBuffer>>;
  /** Growth of log₁₀ per multiplication in the long run. */
  growth: number;
  /** Runs that the answer covers so far. */
  runs: number;
}

const arithmetics: Record<PrecisionName, Arithmetic> = {
  float64: plainArithmetic('float64'),
  float32: plainArithmetic('float32'),
  float16: plainArithmetic('float16'),
};

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
  const products: Partial<Record<PrecisionName, Cells>> = {};
  for (let k = 0; k < logs.length; k++) {
    const factor = Float64Array.from({ length: size * size }, () => random.normal());
    for (const precision of precisionNames) {
      const { make, view, round, product } = arithmetics[precision];
      const rounded = make(size, size);
      view(rounded).set(factor.map(round));
      const before = products[precision];
      const after = before ? product(before, rounded) : rounded;
      products[precision] = after;
      const entries = view(after);
      if (precision === 'float64') logs[k] = Math.log10(largestOf(entries));
      else if (!allFinite(entries)) lost[precision][k]++;
    }
  }
}

/** The largest magnitude; NaN if any number is NaN. */
function largestOf(numbers: Numbers): number {
  let largest = 0;
  for (const x of numbers) largest = Math.max(largest, Math.abs(x));
  return largest;
}
