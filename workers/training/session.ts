import type { Examples } from '#lib/data/dataset.ts';
import type { Change } from '#lib/experiment/experiment.ts';
import type { Checkpoint, Evaluation, Progress, Stop } from '#lib/protocol/protocol.ts';
import type { OpenBackend } from '../backend.ts';
import { joined } from '../joined.ts';
import { breathe, newsPace } from '../pace.ts';
import type { Ensemble } from '../network/ensemble.ts';
import { variants } from '../variants/index.ts';
import type { Estimator } from '../variants/variant.ts';
import { begin, type SessionJob } from './begin.ts';
import { examinerOf } from './examiner.ts';
import { livePointsOf, mean } from './live-point.ts';
import { interval, isMeasured } from './schedule.ts';
import { stepSettings } from './settings.ts';
import { stepperOf } from './stepper.ts';

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

export function sessionOf(job: SessionJob, backend: OpenBackend): Session {
  const { variant, data } = job;
  let { experiment } = job;
  const { ensemble, batches } = begin(job, backend);
  const { stepsPerEpoch } = batches;
  const steps = experiment.training.epochs * stepsPerEpoch;
  const every = interval(steps, stepsPerEpoch);
  const estimators = variants[variant].estimators(experiment);
  const settings = (step: number) => stepSettings(experiment, variant, step);
  const stepper = stepperOf(ensemble, batches, settings, job.checkpoint);
  const { divergences, isStopped, everyoneStopped } = stepper;
  const live = job.live === false ? null : livePointsOf(ensemble, data, estimators[0], isStopped);
  /** Milliseconds that the last point of the live curves took to measure. */
  let measureTime = 0;
  let pausing = false;

  /** Only one user of the ensemble at a time: a slice of training, a checkpoint, an evaluation. */
  let queue: Promise<unknown> = Promise.resolve();
  function alone<T>(use: () => Promise<T>): Promise<T> {
    const turn = queue.then(use);
    queue = turn.catch(() => {});
    return turn;
  }

  /** The drop probabilities of the last step, which the current weights were trained with. */
  const currentP = () => settings(Math.max(0, stepper.step - 1)).p;

  function secondsLeft(steps: number): number {
    const rate = stepper.stepsPerSecond();
    return rate > 0 ? steps / rate + (measureTime * steps) / every / 1000 : Number.NaN;
  }

  async function train(
    until: number,
    report: (progress: Progress) => unknown,
  ): Promise<{ stop: Stop; step: number }> {
    pausing = false;
    const goal = Math.min(until, steps);
    const pace = newsPace();
    let points: Float64Array[] = [];
    let known = 0;
    let answered: Promise<unknown> = Promise.resolve();

    function tell(): void {
      const progress: Progress = {
        step: stepper.step,
        steps,
        stepsPerSecond: stepper.stepsPerSecond(),
        secondsLeft: secondsLeft(goal - stepper.step),
        points: joined(points),
        divergences: divergences.slice(known),
      };
      points = [];
      known = divergences.length;
      answered = Promise.resolve(report(progress));
    }

    async function measure(): Promise<void> {
      if (!live) return;
      const start = performance.now();
      points.push(await alone(() => live.at(stepper.step, currentP())));
      measureTime = performance.now() - start;
    }

    /** The next step at which a point of the live curves may be due, or the goal. */
    const nextStop = () => Math.min(goal, Math.ceil((stepper.step + 1) / every) * every);

    if (stepper.step === 0) await measure();
    pace(tell, true);
    while (stepper.step < goal && !pausing && !everyoneStopped()) {
      await alone(() => stepper.slice(nextStop(), backend.check));
      if (isMeasured(stepper.step, steps, stepsPerEpoch) || everyoneStopped()) await measure();
      pace(tell);
      await breathe();
    }
    pace(tell, true);
    // Reports and the outcome go through different ports: the page must have the last one before this ends.
    await answered;
    const { step } = stepper;
    const stop: Stop = everyoneStopped() ? 'diverged' : step >= goal ? 'reached' : 'paused';
    return { stop, step };
  }

  return {
    train,
    pause: () => void (pausing = true),
    setChanges: (changes) => void (experiment = { ...experiment, changes }),
    checkpoint: () =>
      alone(async () => ({
        variant,
        step: stepper.step,
        ...(await ensemble.read()),
        stopped: [...divergences],
      })),
    evaluate: () =>
      alone(() => evaluationsOf(job, ensemble, estimators, stepper.step, currentP(), isStopped)),
    dispose() {
      live?.release();
      ensemble.dispose();
    },
  };
}

/** What each of a variant's estimators scores on train and test, after `step` steps. */
async function evaluationsOf(
  { variant, data }: SessionJob,
  ensemble: Ensemble,
  estimators: readonly Estimator[],
  step: number,
  p: readonly number[],
  isStopped: (member: number) => boolean,
): Promise<Evaluation[]> {
  const examine = (part: Examples) =>
    examinerOf(ensemble, part, part.labels.length, isStopped, false);
  const onTrain = examine(data.train);
  const onTest = examine(data.test);
  const evaluations: Evaluation[] = [];
  for (const estimator of estimators) {
    const trained = await onTrain.examine(estimator, p);
    const tested = await onTest.examine(estimator, p);
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
