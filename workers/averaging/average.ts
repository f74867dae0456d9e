import type { Examples } from '#lib/data/dataset.ts';
import type { BackendName } from '#lib/experiment/experiment.ts';
import { settingsAt } from '#lib/experiment/settings-at.ts';
import type { Memory } from '../network/host/memory.ts';
import type {
  AveragerJob,
  AveragingCurve,
  EstimatorName,
  Evaluation,
} from '#lib/protocol/protocol.ts';
import { breathe } from '../training/breathe.ts';
import { scoresOf } from '#lib/experiment/score.ts';
import { arithmeticMean } from './estimators/arithmetic-mean.ts';
import { geometricMean } from './estimators/geometric-mean.ts';
import { bandOf, groupsOf, scoreOf, type Groups } from './groups.ts';
import { dropoutOff } from './estimators/off.ts';
import { oneSubnetwork } from './estimators/one-subnetwork.ts';
import { thinnedNetwork } from './thinned.ts';

/** The k of the averaging chart: even steps on a log axis. */
const allK = [1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1000];
/** The k that get a row in the table. */
const tableK = [1, 10, 100, 1000];
/** Milliseconds of drawing between two looks for messages, and between two reports. */
const slice = 30;
const newsInterval = 100;

/** The first rows of examples. */
function firstOf(examples: Examples, inputs: number, most: number): Examples {
  const count = Math.min(most, examples.labels.length);
  return {
    rows: examples.rows.subarray(0, count * inputs),
    labels: examples.labels.subarray(0, count),
  };
}

/**
 * Draws subnetworks of a network and averages them: error and NLL of the arithmetic and the normalised
 * geometric mean over k, from disjoint groups of draws. Test and train rows are predicted together;
 * the train rows only for the draws that the table needs.
 */
export async function average(
  job: AveragerJob,
  memory: Memory,
  backend: BackendName,
  report: (curve: AveragingCurve) => void,
  isStopped: () => boolean,
): Promise<{ curve: AveragingCurve; evaluations: Evaluation[] }> {
  const { experiment, checkpoint, inputs, classes } = job;
  const { averaging, network, seeds } = experiment;
  const { p } = settingsAt(experiment, Math.max(0, checkpoint.step - 1));
  const sizes = [inputs, ...network.hidden, classes];
  const spec = { sizes, activation: network.activation };
  const test = firstOf(job.test, inputs, averaging.examples);
  const train = job.train && firstOf(job.train, inputs, averaging.examples);
  const { parameters } = checkpoint;
  const netOf = ({ rows, labels }: Examples) =>
    thinnedNetwork(spec, parameters, rows, labels.length, memory);
  const onTest = netOf(test);
  const onTrain = train && netOf(train);

  const off = scoreOf(dropoutOff(onTest, p), test.labels, classes);
  const ks = allK.filter((k) => k <= averaging.draws);
  const rows = tableK.filter((k) => k <= averaging.draws);

  const firsts = new Map<string, Float64Array>();
  const keep = (what: string) => (mean: Float64Array) => void firsts.set(what, mean);
  const means = {
    arithmetic: (labels: Int32Array) => arithmeticMean(labels.length * classes),
    geometric: (labels: Int32Array) => geometricMean(labels.length * classes, classes),
  };
  type Kind = keyof typeof means;
  const kinds = Object.keys(means) as Kind[];
  const groupsFor = (kind: Kind, { labels }: Examples, which: number[], part: string) =>
    which.map((k) =>
      groupsOf(k, means[kind](labels), labels, classes, keep(`${part} ${kind} ${k}`)),
    );
  const tested = {
    arithmetic: groupsFor('arithmetic', test, ks, 'test'),
    geometric: groupsFor('geometric', test, ks, 'test'),
  };
  const trained: Groups[] = train
    ? kinds.flatMap((kind) => groupsFor(kind, train, rows, 'train'))
    : [];
  const trainedDraws = rows.at(-1) ?? 0;

  let drawn = 0;
  function curve(): AveragingCurve {
    const { arithmetic, geometric } = tested;
    return {
      variant: checkpoint.variant,
      step: checkpoint.step,
      drawn,
      draws: averaging.draws,
      examples: test.labels.length,
      backend,
      k: Int32Array.from(ks),
      groups: Int32Array.from(arithmetic, ({ scores }) => scores.length),
      arithmetic: { error: bandOf(arithmetic, 'error'), loss: bandOf(arithmetic, 'loss') },
      geometric: { error: bandOf(geometric, 'error'), loss: bandOf(geometric, 'loss') },
      off,
    };
  }

  let breathed = performance.now();
  let reported = 0;
  while (drawn < averaging.draws && !isStopped()) {
    const prediction = oneSubnetwork(onTest, sizes, p, seeds.masks, drawn);
    for (const kind of kinds) for (const groups of tested[kind]) groups.add(prediction);
    if (onTrain && drawn < trainedDraws) {
      const onRows = oneSubnetwork(onTrain, sizes, p, seeds.masks, drawn);
      for (const groups of trained) groups.add(onRows);
    }
    drawn++;
    const now = performance.now();
    if (now - breathed > slice) {
      if (now - reported > newsInterval) {
        report(curve());
        reported = now;
      }
      await breathe();
      breathed = performance.now();
    }
  }
  onTest.release();
  onTrain?.release();

  const evaluationOf = (kind: Kind, name: EstimatorName, k: number): Evaluation | null => {
    const mean = firsts.get(`test ${kind} ${k}`);
    if (!mean) return null;
    const onRows = firsts.get(`train ${kind} ${k}`);
    const score = onRows && train ? scoreOf(onRows, train.labels, classes) : null;
    const { wrong, loss } = scoresOf(mean, test.labels, classes);
    return {
      variant: checkpoint.variant,
      estimator: name,
      k,
      step: checkpoint.step,
      trainError: score?.error ?? Number.NaN,
      trainLoss: score?.loss ?? Number.NaN,
      testWrong: wrong,
      testLoss: loss,
    };
  };
  const evaluations = [
    ...rows.map((k) =>
      evaluationOf('arithmetic', k === 1 ? 'one-subnetwork' : 'arithmetic-mean', k),
    ),
    ...rows.filter((k) => k > 1).map((k) => evaluationOf('geometric', 'geometric-mean', k)),
  ].filter((evaluation) => evaluation !== null);
  return { curve: curve(), evaluations };
}
