import type { RecurrenceSpec } from '#lib/experiment/stability/small-probes.ts';
import { momentsOf } from '../closed-form/moments.ts';
import type { Question } from '../../asking.ts';
import type { Memory } from '../../network/host/memory.ts';
import { quantilesOf } from '../tools/quantiles.ts';
import { drawRecurrence } from './cells.ts';
import { lstmGradients } from './lstm.ts';
import { plainGradients } from './plain.ts';

export interface RecurrenceJob extends RecurrenceSpec {
  seed: number;
}

/** Mean squares of a derivative, k steps before the end, k = 0 … steps. */
export interface TimeSeries {
  /** Quantiles over the networks, `[quantileLevels, steps + 1]`. */
  quantiles: Float64Array<ArrayBuffer>;
  /** Mean squares of the first network, `[steps + 1]`. */
  first: Float64Array<ArrayBuffer>;
}

export interface RecurrenceAnswer {
  /** The derivative by the state of h ← tanh(W h + U x). */
  plain: TimeSeries;
  /** The derivative by the LSTM's cell state: in all, and along its additive path alone, ∏ f. */
  lstm: TimeSeries;
  path: TimeSeries;
  /** The factor of the plain mean square per step in mean field: χ = gain² E φ′(√q z)². */
  chi: number;
  /** Pairs of networks that the answer covers so far. */
  networks: number;
}

/** How far back in time gradients reach: a plain recurrence beside an LSTM; the news is the answer so far. */
export const recurrence: Question<
  Memory,
  RecurrenceJob,
  RecurrenceAnswer,
  RecurrenceAnswer
> = async (_memory, job, { tell, goesOn }) => {
  const { steps, networks, forgetBias, seed } = job;
  const columns = steps + 1;
  const rows = { plain: series(), lstm: series(), path: series() };
  const chi = chiOf(job);
  let done = 0;
  function series() {
    return new Float64Array(networks * columns);
  }
  const answer = (): RecurrenceAnswer => ({
    plain: summary(rows.plain),
    lstm: summary(rows.lstm),
    path: summary(rows.path),
    chi,
    networks: done,
  });
  function summary(all: Float64Array): TimeSeries {
    return {
      quantiles: quantilesOf(all, done, columns),
      first: Float64Array.from(all.subarray(0, columns)),
    };
  }

  for (; done < networks && (await goesOn()); done++) {
    const weights = drawRecurrence(job, seed, done);
    rows.plain.set(plainGradients(weights).squares, done * columns);
    const { squares, path } = lstmGradients(weights, forgetBias);
    rows.lstm.set(squares, done * columns);
    rows.path.set(path, done * columns);
    tell(answer);
  }
  return answer();
};

/** χ at the fixed point q = gain² E tanh²(√q z) + noise² of the plain recurrence. */
function chiOf({ gain, noise }: RecurrenceSpec): number {
  let q = 1;
  for (let i = 0; i < 1_000; i++) q = gain ** 2 * momentsOf('tanh', q).square + noise ** 2;
  return gain ** 2 * momentsOf('tanh', q).slope;
}
