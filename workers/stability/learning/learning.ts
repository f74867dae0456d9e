import type { DataSet } from '../../../src/lib/data/dataset.ts';
import type { StackSpec } from '../../../src/lib/experiment/stability/stack.ts';
import {
  trainableStack,
  type LearningVerdict,
  type TrainingSpec,
} from '../../../src/lib/experiment/stability/training.ts';
import { batchesOf } from '../../training/batches.ts';
import { learnerOf, type LearningCheckpoint, type StepReport } from '../deep/learner.ts';
import { classifierPlan } from '../deep/plan.ts';
import { newsPace } from '../pace.ts';
import type { Probe } from '../probe.ts';
import type { Trouble } from '../trouble.ts';
import { verdictOf } from './verdict.ts';

export interface LearningJob {
  /** Trained as `trainableStack` gives it. */
  stack: StackSpec;
  /** `steps` counts from the very first, also where the job goes on from a checkpoint. */
  training: TrainingSpec;
  data: Pick<DataSet, 'inputs' | 'classes' | 'train'>;
  /** To go on from, perhaps with another learning rate or cure; the stack and the data must be the same. */
  from?: LearningCheckpoint | null;
  /** Keep a checkpoint after every so many steps; 0 or absent keeps only the last. */
  checkpointEvery?: number;
}

/** What steps `first` … `first + losses.length − 1` did, counted from 0. */
export interface LearningSeries {
  first: number;
  /** Mean cross-entropy of each step's batch in nats, `[steps]`. */
  losses: Float64Array<ArrayBuffer>;
  /** Norm of each layer's gradient before any cure, `[steps, layers]`, the output layer last. */
  norms: Float64Array<ArrayBuffer>;
  /** Norm of the whole gradient as it was applied, `[steps]`. */
  applied: Float64Array<ArrayBuffer>;
  /** `Learner.asymmetry` after each step, `[steps]`; empty but for constant initial weights. */
  asymmetry: Float64Array<ArrayBuffer>;
}

/** The step at which a number was no longer finite. It was not taken. */
export interface LearningFailure {
  step: number;
  trouble: Trouble;
  /** Largest activations at that step, `[layers + 1]`; NaN above the layer where it happened. */
  activations: Float64Array<ArrayBuffer>;
  /** Of the last step that was taken; null where it was the first. */
  healthy: { loss: number; activations: Float64Array<ArrayBuffer> } | null;
}

/** What there is since the last news. */
export type LearningNews = LearningSeries;

export interface LearningAnswer extends LearningSeries {
  /** Layers with their own gradient norm: the stack's, and the output's. */
  layers: number;
  failure: LearningFailure | null;
  verdict: LearningVerdict;
  /** Where it stands; where it failed, before the step that did it. */
  checkpoint: LearningCheckpoint;
  /** Those on the way, from the first on. */
  checkpoints: LearningCheckpoint[];
}

/** Trains a deep network, or trains it on, until its steps are done or a number is no longer finite. */
export const learning: Probe<LearningJob, LearningAnswer, LearningNews> = async (
  memory,
  { stack, training, data, from = null, checkpointEvery = 0 },
  { tell, goesOn },
) => {
  const spec = trainableStack(stack);
  const plan = classifierPlan(spec, data.inputs, data.classes.length);
  const batches = batchesOf(data.train, data.inputs, training.batch, spec.seed, {
    deviation: 0,
    seed: 0,
  });
  const learner = learnerOf(plan, batches, memory, from);
  const symmetric = spec.initialisation === 'constant';
  const first = learner.step;
  const reports: StepReport[] = [];
  const asymmetry: number[] = [];
  const checkpoints: LearningCheckpoint[] = [];
  const pace = newsPace();
  let told = 0;
  let failure: LearningFailure | null = null;

  function series(begin: number): LearningSeries {
    const part = reports.slice(begin);
    const norms = new Float64Array(part.length * plan.layers.length);
    part.forEach((report, i) => norms.set(report.norms, i * plan.layers.length));
    return {
      first: first + begin,
      losses: Float64Array.from(part, ({ loss }) => loss),
      norms,
      applied: Float64Array.from(part, ({ applied }) => applied),
      asymmetry: Float64Array.from(asymmetry.slice(begin)),
    };
  }

  try {
    while (learner.step < training.steps && (await goesOn())) {
      const report = learner.next(training);
      if (report.trouble) {
        failure = failureOf(learner.step, report, reports.at(-1));
        break;
      }
      reports.push(report);
      if (symmetric) asymmetry.push(learner.asymmetry());
      if (checkpointEvery > 0 && learner.step % checkpointEvery === 0)
        checkpoints.push(learner.checkpoint());
      if (pace.due()) {
        pace.told(() => tell(series(told)));
        told = reports.length;
      }
    }
    const all = series(0);
    return {
      ...all,
      layers: plan.layers.length,
      failure,
      verdict: verdictOf(all.losses, data.classes.length, failure !== null),
      checkpoint: learner.checkpoint(),
      checkpoints,
    };
  } finally {
    learner.release();
  }
};

function failureOf(
  step: number,
  { trouble, activations }: StepReport,
  before: StepReport | undefined,
): LearningFailure {
  return {
    step,
    trouble: trouble!,
    activations: Float64Array.from(activations),
    healthy: before
      ? { loss: before.loss, activations: Float64Array.from(before.activations) }
      : null,
  };
}
