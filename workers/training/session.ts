import type { DataSet } from '#lib/data/dataset.ts';
import type { Change, Experiment, VariantName } from '#lib/experiment/experiment.ts';
import type { OpenBackend } from '../backend.ts';
import type { Ensemble, EnsembleSpec } from '../network/ensemble.ts';
import { initialParameters } from '../network/initialisations.ts';
import { layoutOf } from '../network/layout.ts';
import {
  pointColumns,
  type Checkpoint,
  type Divergence,
  type Evaluation,
  type Progress,
  type Stop,
  type Timing,
} from '#lib/protocol/protocol.ts';
import { variants } from '../variants/index.ts';
import { batchesOf } from './batches.ts';
import { breathe } from './breathe.ts';
import { divergedMembers, explain } from './divergence.ts';
import { examinerOf } from './examiner.ts';
import { livePointsOf, mean } from './live-point.ts';
import { paceOf } from './pace.ts';
import { interval, isMeasured } from './schedule.ts';
import { stepSettings } from './settings.ts';

/** What a session needs to begin. */
export interface SessionJob {
  experiment: Experiment;
  variant: VariantName;
  data: DataSet;
  checkpoint?: Checkpoint;
  live?: boolean;
}

/** The training of one variant on one backend. Knows nothing of workers. */
export interface Session {
  /** What `report` returns, a promise or nothing, is awaited at the end. */
  train(
    until: number,
    report: (progress: Progress) => unknown,
  ): Promise<{ stop: Stop; step: number }>;
  pause(): void;
  setChanges(changes: Change[]): void;
  checkpoint(): Promise<Checkpoint>;
  evaluate(): Promise<Evaluation[]>;
  dispose(): void;
}

/** News goes out at most this often, in milliseconds. */
const newsInterval = 100;

/** The shape of a variant's ensemble. */
function ensembleSpec({ experiment, variant, data }: SessionJob): EnsembleSpec {
  const { network, training } = experiment;
  const { members, masks } = variants[variant];
  return {
    sizes: [data.inputs, ...network.hidden, data.classes.length],
    members: members(experiment),
    activation: network.activation,
    optimizer: training.optimizer,
    batch: Math.min(training.batch, data.train.labels.length),
    masks: masks(experiment),
  };
}

/** New initial weights in a new ensemble. */
function begin(job: SessionJob, backend: OpenBackend): Ensemble {
  const spec = ensembleSpec(job);
  const ensemble = backend.ensemble(spec);
  const { initialisation, sigma } = job.experiment.network;
  const layout = layoutOf(spec.sizes, spec.members);
  const { weights } = job.experiment.seeds;
  ensemble.write({ parameters: initialParameters(layout, initialisation, sigma, weights) });
  return ensemble;
}

/** The batches of an experiment for one variant. */
function jobBatches({ experiment, variant, data }: SessionJob) {
  const { training, seeds } = experiment;
  return batchesOf(data.train, data.inputs, training.batch, seeds.order, {
    deviation: variants[variant].inputNoise(experiment),
    seed: seeds.masks,
  });
}

/** Median milliseconds of a training step of a job, measured on throw-away weights. */
export async function timeSteps(job: SessionJob, backend: OpenBackend): Promise<Timing> {
  const ensemble = begin(job, backend);
  const batches = jobBatches(job);
  const times: number[] = [];
  const began = performance.now();
  // The first steps compile programs and warm caches; then up to 20 or half a second.
  for (let step = 0; step < 23 && (step < 5 || performance.now() - began < 500); step++) {
    const start = performance.now();
    ensemble.step(batches.at(step), step, stepSettings(job.experiment, job.variant, step));
    await ensemble.losses();
    if (step >= 3) times.push(performance.now() - start);
  }
  ensemble.dispose();
  times.sort((a, b) => a - b);
  return {
    backend: backend.environment.backend,
    millisecondsPerStep: times[Math.floor(times.length / 2)],
  };
}

export function sessionOf(job: SessionJob, backend: OpenBackend): Session {
  const { variant, data } = job;
  let { experiment } = job;
  const ensemble = begin(job, backend);
  const batches = jobBatches(job);
  const { stepsPerEpoch } = batches;
  const steps = experiment.training.epochs * stepsPerEpoch;
  const estimators = variants[variant].estimators(experiment);
  const divergences: Divergence[] = [];
  const pace = paceOf();
  let measureTime = Number.NaN;
  let step = 0;
  let pausing = false;

  if (job.checkpoint) {
    step = job.checkpoint.step;
    ensemble.write(job.checkpoint);
    for (const divergence of job.checkpoint.stopped) stop(divergence);
  }
  const isStopped = (member: number) => divergences.some((d) => d.member === member);
  const live =
    job.live === false ? null : livePointsOf(ensemble, data, estimators[0], breathe, isStopped);

  /** Only one user of the ensemble at a time: a slice of training, a checkpoint, an evaluation. */
  let queue: Promise<unknown> = Promise.resolve();
  function alone<T>(use: () => Promise<T>): Promise<T> {
    const turn = queue.then(use);
    queue = turn.catch(() => {});
    return turn;
  }

  function stop(divergence: Divergence): void {
    divergences.push(divergence);
    ensemble.stop(divergence.member);
  }

  const settings = (at: number) => stepSettings(experiment, variant, at);
  /** Drop probabilities that the last step used: what masks mean for the weights as they are. */
  const currentP = () => settings(Math.max(0, step - 1)).p;

  function takeStep(): void {
    ensemble.step(batches.at(step), step, settings(step));
    step++;
  }

  /** Trains up to `target` and no longer than a slice; finds numbers that are not finite. */
  async function trainSlice(target: number): Promise<void> {
    const first = step;
    const last = Math.min(target, step + pace.steps());
    const start = performance.now();
    ensemble.mark();
    while (step < last) takeStep();
    const losses = await ensemble.losses();
    backend.check();
    pace.took(last - first, performance.now() - start);
    if (divergedMembers(losses, divergences).length > 0) await stopDiverged(first, last);
  }

  /** Takes the steps of the last slice again, one by one, and stops a member before its bad step. */
  async function stopDiverged(first: number, last: number): Promise<void> {
    ensemble.rollback();
    step = first;
    while (step < last) {
      ensemble.mark();
      takeStep();
      const diverged = divergedMembers(await ensemble.losses(), divergences);
      if (diverged.length === 0) continue;
      ensemble.rollback();
      step--;
      for (const member of diverged) {
        stop(await explain(ensemble, member, batches.at(step), step, settings(step)));
      }
      if (divergences.length === ensemble.spec.members) return;
    }
  }

  /** The next step at which something else than training happens. */
  function nextMeasured(until: number): number {
    const every = interval(steps, stepsPerEpoch);
    return Math.min(until, Math.ceil((step + 1) / every) * every);
  }

  async function train(
    until: number,
    report: (progress: Progress) => unknown,
  ): Promise<{ stop: Stop; step: number }> {
    pausing = false;
    let points: Float64Array[] = [];
    let reported = 0;
    let known = 0;
    let answered: Promise<unknown> = Promise.resolve();
    const goal = Math.min(until, steps);

    function news(force: boolean): void {
      const now = performance.now();
      if (!force && now - reported < newsInterval) return;
      reported = now;
      const columns = pointColumns.length;
      const all = new Float64Array(points.length * columns);
      points.forEach((point, i) => all.set(point, i * columns));
      points = [];
      const left = goal - step;
      const measures = Number.isNaN(measureTime)
        ? 0
        : (measureTime * left) / interval(steps, stepsPerEpoch);
      const rate = pace.stepsPerSecond();
      answered = Promise.resolve(
        report({
          step,
          steps,
          stepsPerSecond: rate,
          secondsLeft: rate > 0 ? left / rate + measures / 1000 : Number.NaN,
          points: all,
          divergences: divergences.slice(known),
        }),
      );
      known = divergences.length;
    }

    async function measure(): Promise<void> {
      if (!live) return;
      const start = performance.now();
      points.push(await alone(() => live.at(step, currentP())));
      measureTime = performance.now() - start;
    }

    const everyoneStopped = () => divergences.length === ensemble.spec.members;
    if (step === 0) await measure();
    news(true);
    while (step < goal && !pausing && !everyoneStopped()) {
      await alone(() => trainSlice(nextMeasured(goal)));
      if (isMeasured(step, steps, stepsPerEpoch) || everyoneStopped()) await measure();
      news(false);
      await breathe();
    }
    news(true);
    // Reports and the outcome go through different ports: the page must have the last one before this ends.
    await answered;
    const reason: Stop = everyoneStopped() ? 'diverged' : step >= goal ? 'reached' : 'paused';
    return { stop: reason, step };
  }

  async function evaluate(): Promise<Evaluation[]> {
    const evaluations: Evaluation[] = [];
    const examine = (part: DataSet['train'] | DataSet['test']) =>
      examinerOf(ensemble, part, part.labels.length, breathe, isStopped, false);
    const onTrain = examine(data.train);
    const onTest = examine(data.test);
    for (const estimator of estimators) {
      const trained = await onTrain.examine(estimator, currentP());
      const tested = await onTest.examine(estimator, currentP());
      evaluations.push({
        variant,
        estimator: estimator.name,
        k: tested.networks,
        step,
        trainError: mean(trained.wrong),
        trainLoss: mean(trained.loss),
        testWrong: tested.wrong,
        testLoss: tested.loss,
      });
    }
    return evaluations;
  }

  return {
    train,
    pause: () => void (pausing = true),
    setChanges: (changes) => void (experiment = { ...experiment, changes }),
    checkpoint: () =>
      alone(async () => ({
        variant,
        step,
        ...(await ensemble.read()),
        stopped: [...divergences],
      })),
    evaluate: () => alone(evaluate),
    dispose() {
      live?.release();
      ensemble.dispose();
    },
  };
}
