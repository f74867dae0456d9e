import type { Examples } from '#lib/data/dataset.ts';
import type { BackendName } from '#lib/experiment/experiment.ts';
import { scoresOf } from '#lib/experiment/score.ts';
import { settingsAt } from '#lib/experiment/settings-at.ts';
import type {
  AveragerJob,
  AveragingCurve,
  EstimatorName,
  Evaluation,
} from '#lib/protocol/protocol.ts';
import type { Memory } from '../network/host/memory.ts';
import { breather, newsPace } from '../pace.ts';
import { drawSubnetwork } from './draws.ts';
import { arithmeticMean } from './estimators/arithmetic-mean.ts';
import { predictionOf, type Prediction } from './estimators/estimator.ts';
import { geometricMean } from './estimators/geometric-mean.ts';
import { bandOf, groupsOf, groupScore, type Groups } from './groups.ts';
import { dropoutOff } from './off.ts';
import { thinnedNetwork } from './thinned.ts';

/** The k of the averaging chart: even steps on a log axis. */
const allK = [1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1000];
/** The k that get a row in the table. */
const tableK = [1, 10, 100, 1000];

/** Both means of the same draws, on the same examples, for each of some k. */
type Means = Record<'arithmetic' | 'geometric', Groups[]>;

function meansOf(ks: readonly number[], labels: Int32Array, classes: number): Means {
  const size = labels.length * classes;
  return {
    arithmetic: ks.map((k) => groupsOf(k, arithmeticMean(size), labels, classes)),
    geometric: ks.map((k) => groupsOf(k, geometricMean(size, classes), labels, classes)),
  };
}

function addTo({ arithmetic, geometric }: Means, prediction: Prediction): void {
  for (const groups of arithmetic) groups.add(prediction);
  for (const groups of geometric) groups.add(prediction);
}

/**
 * Draws subnetworks of a network and averages them: error and NLL of the arithmetic and the normalised
 * geometric mean over k, from disjoint groups of draws, on all examples of the job. Test and train rows
 * are predicted together; the train rows only for the draws that the table needs.
 */
export async function average(
  job: AveragerJob,
  memory: Memory,
  backend: BackendName,
  report: (curve: AveragingCurve) => void,
  isStopped: () => boolean,
): Promise<{ curve: AveragingCurve; evaluations: Evaluation[] }> {
  const { experiment, checkpoint, inputs, classes, test, train } = job;
  const { averaging, network, seeds } = experiment;
  const { p } = settingsAt(experiment, Math.max(0, checkpoint.step - 1));
  const sizes = [inputs, ...network.hidden, classes];
  const spec = { sizes, activation: network.activation };
  const networkOn = ({ rows, labels }: Examples) =>
    thinnedNetwork(spec, checkpoint.parameters, rows, labels.length, memory);
  const onTest = networkOn(test);
  const onTrain = train && networkOn(train);

  const off = groupScore(dropoutOff(onTest, p), test.labels, classes);
  const ks = allK.filter((k) => k <= averaging.draws);
  const rows = tableK.filter((k) => k <= averaging.draws);
  const tested = meansOf(ks, test.labels, classes);
  const trained = train && meansOf(rows, train.labels, classes);
  const trainedDraws = rows.at(-1) ?? 0;

  let drawn = 0;
  const curve = (): AveragingCurve => ({
    variant: checkpoint.variant,
    step: checkpoint.step,
    drawn,
    draws: averaging.draws,
    examples: test.labels.length,
    backend,
    k: Int32Array.from(ks),
    groups: Int32Array.from(tested.arithmetic, ({ scores }) => scores.length),
    arithmetic: bandsOf(tested.arithmetic),
    geometric: bandsOf(tested.geometric),
    off,
  });
  const breathe = breather();
  const pace = newsPace();
  const tell = () => report(curve());
  while (drawn < averaging.draws && !isStopped()) {
    const draw = drawSubnetwork(sizes, p, seeds.masks, drawn);
    addTo(tested, predictionOf(onTest.predict(draw)));
    if (onTrain && trained && drawn < trainedDraws)
      addTo(trained, predictionOf(onTrain.predict(draw)));
    drawn++;
    pace(tell);
    await breathe();
  }
  onTest.release();
  onTrain?.release();
  return { curve: curve(), evaluations: evaluationsOf(job, rows, tested, trained) };
}

const bandsOf = (groups: readonly Groups[]) => ({
  error: bandOf(groups, 'error'),
  loss: bandOf(groups, 'loss'),
});

/** The rows of the table: what the first group of each of `ks` draws scores, where it was finished. */
function evaluationsOf(
  { checkpoint: { variant, step }, classes, test, train }: AveragerJob,
  ks: readonly number[],
  tested: Means,
  trained: Means | null,
): Evaluation[] {
  const firstOf = (means: Means | null, kind: keyof Means, k: number) =>
    means?.[kind].find((groups) => groups.k === k)?.first;
  const evaluationOf = (kind: keyof Means, estimator: EstimatorName, k: number): Evaluation[] => {
    const onTest = firstOf(tested, kind, k);
    if (!onTest) return [];
    const onTrain = firstOf(trained, kind, k);
    const score = onTrain && train ? groupScore(onTrain, train.labels, classes) : null;
    const { wrong, loss } = scoresOf(onTest, test.labels, classes);
    return [
      {
        variant,
        estimator,
        k,
        step,
        trainError: score?.error ?? Number.NaN,
        trainLoss: score?.loss ?? Number.NaN,
        testWrong: wrong,
        testLoss: loss,
      },
    ];
  };
  return [
    ...ks.flatMap((k) =>
      evaluationOf('arithmetic', k === 1 ? 'one-subnetwork' : 'arithmetic-mean', k),
    ),
    ...ks.filter((k) => k > 1).flatMap((k) => evaluationOf('geometric', 'geometric-mean', k)),
  ];
}
