import type { Examples } from '#lib/data/dataset.ts';
import { breathe } from '../pace.ts';
import type { Ensemble, Held } from '../network/ensemble.ts';
import type { Estimator } from '../variants/variant.ts';
import { largest, lossOf } from '#lib/experiment/score.ts';
import { logMean } from './log-mean.ts';

/** What an estimator scores on examples, one by one. */
export interface Scores {
  /** 1 where the prediction is wrong, `[count]`. */
  wrong: Uint8Array<ArrayBuffer>;
  /** NLL in nats, `[count]`. */
  loss: Float32Array<ArrayBuffer>;
  /** Mean error of the networks, each on its own. */
  memberError: number;
  /** Networks averaged: those of all passes, without members that take no part. */
  networks: number;
}

/** Measures estimators on examples, in pieces, so that a worker can answer in between. */
export interface Examiner {
  count: number;
  examine(estimator: Estimator, p: readonly number[]): Promise<Scores>;
  release(): void;
}

/** About this many multiplications are done between two chances to answer a call. */
const workOfPiece = 4e7;

/**
 * An examiner of an ensemble on the first `count` of `examples`. Calls are answered between pieces.
 * `skip` says which members take no part (they have stopped on a number that is not finite); if
 * that is all of them, all are examined. With `stay` the examples stay on the backend until
 * `release`, for what is measured again and again; without, a piece at a time: 60,000 images are
 * too much for a phone.
 */
export function examinerOf(
  ensemble: Ensemble,
  examples: Examples,
  count: number,
  skip: (member: number) => boolean,
  stay: boolean,
): Examiner {
  const { sizes, members } = ensemble.spec;
  const inputs = sizes[0];
  const classes = sizes[sizes.length - 1];
  const perRow = members * sizes.slice(1).reduce((sum, units, l) => sum + units * sizes[l], 0);
  const piece = Math.max(
    1,
    Math.min(ensemble.largestHold, 1024, Math.max(32, Math.round(workOfPiece / perRow))),
  );
  const kept: Held[] = [];
  function hold(first: number): Held {
    const n = Math.min(piece, count - first);
    return ensemble.hold(examples.rows.subarray(first * inputs, (first + n) * inputs), n);
  }
  for (let first = 0; stay && first < count; first += piece) kept.push(hold(first));

  async function examine(estimator: Estimator, p: readonly number[]): Promise<Scores> {
    const wrong = new Uint8Array(count);
    const loss = new Float32Array(count);
    let memberWrong = 0;
    let memberCount = 0;
    const everyone = Array.from({ length: members }, (_, m) => m);
    const well = everyone.filter((m) => !skip(m));
    const used = new Set(well.length > 0 ? well : everyone);
    const left = (m: number) => !used.has(m);
    for (let first = 0; first < count; first += piece) {
      const part = stay ? kept[first / piece] : hold(first);
      const passes: Float32Array[] = [];
      for (const rule of estimator.passes) {
        passes.push(await ensemble.predict(part, rule, p));
        await breathe();
      }
      const mean = logMean(passes, members, part.count * classes, left);
      for (let row = 0; row < part.count; row++) {
        const label = examples.labels[first + row];
        wrong[first + row] = largest(mean, row * classes, classes) === label ? 0 : 1;
        loss[first + row] = lossOf(mean[row * classes + label]);
      }
      for (const pass of passes) {
        for (const m of used) {
          for (let row = 0; row < part.count; row++) {
            const start = (m * part.count + row) * classes;
            if (largest(pass, start, classes) !== examples.labels[first + row]) memberWrong++;
          }
        }
        memberCount += used.size * part.count;
      }
      if (!stay) part.release();
    }
    const networks = used.size * estimator.passes.length;
    return { wrong, loss, memberError: memberWrong / memberCount, networks };
  }

  return { count, examine, release: () => kept.forEach((part) => part.release()) };
}
