import type { DataSet } from '#lib/data/dataset.ts';
import type { StackSpec } from '#lib/experiment/stability/stack.ts';
import {
  curedStack,
  trainableStack,
  type LearningVerdict,
  type SteadyTraining,
} from '#lib/experiment/stability/training.ts';
import { joined } from '../../joined.ts';
import { batchesOf } from '../../training/batches.ts';
import type { HealthyStep, LearningCheckpoint } from '../deep/checkpoint.ts';
import { learnerOf, type StepReport } from '../deep/learner.ts';
import { classifierPlan } from '../deep/plan.ts';
import type { Question } from '../../asking.ts';
import type { Memory } from '../../network/host/memory.ts';
import type { Trouble } from '../tools/trouble.ts';
import { verdictOf } from './verdict.ts';

export interface LearningJob {
  /** Trained as `trainableStack` gives it, with what the cure puts in its place. */
  stack: StackSpec;
  /** `steps` counts from the very first, also where the job goes on from a checkpoint. */
  training: SteadyTraining;
  data: Pick<DataSet, 'inputs' | 'classes' | 'train'>;
  /**
   * To go on from, perhaps with another learning rate or cure (see `carryOver`); depth, widths, seed,
   * precision and data must be the same.
   */
  from?: LearningCheckpoint | null;
  /** Milliseconds to wait after each step, for somebody who watches; no wait if 0 or absent. */
  pause?: number;
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
  /** `Learner.asymmetry` after each step, `[steps, layers − 1]`; empty but for constant initial weights. */
  asymmetry: Float64Array<ArrayBuffer>;
}

/** The first number that was not finite, and the step at which it was met; the step was not taken. */
export interface LearningTrouble extends Trouble {
  step: number;
  /** Largest activations at that step, `[layers + 1]`; NaN above the layer where it happened. */
  activations: Float64Array<ArrayBuffer>;
  /** Loss and activations of the last step that was taken; null if no step was. */
  healthy: HealthyStep | null;
}

/** What there is since the last news. */
export interface LearningNews extends LearningSeries {
  checkpoints: LearningCheckpoint[];
}

export interface LearningAnswer extends LearningSeries {
  /** Layers with their own gradient norm: the stack's, and the output's. */
  layers: number;
  trouble: LearningTrouble | null;
  verdict: LearningVerdict;
  /** The state of the training after its last step, or before the step that came to trouble. */
  checkpoint: LearningCheckpoint;
  /** The checkpoints kept on the way, from the first on. */
  checkpoints: LearningCheckpoint[];
}

/** Trains a deep network, or trains it on, until its steps are done or a number is no longer finite. */
export const learning: Question<Memory, LearningJob, LearningAnswer, LearningNews> = async (
  memory,
  { stack, training, data, from = null, pause = 0, checkpointEvery = 0 },
  { tell, goesOn },
) => {
  const spec = curedStack(trainableStack(stack), training.cure);
  const plan = classifierPlan(spec, data.inputs, data.classes.length);
  const batches = batchesOf(data.train, data.inputs, training.batch, spec.seed, {
    deviation: 0,
    seed: 0,
  });
  const learner = learnerOf(plan, batches, memory, from);
  // From `stack`, not from the cured `spec`: a cure may draw the weights anew, and how the units
  // then part is to be shown.
  const symmetric = stack.initialisation === 'constant';
  const first = learner.step;
  const reports: StepReport[] = [];
  const asymmetry: Float64Array[] = [];
  const checkpoints: LearningCheckpoint[] = [];
  let told = 0;
  let toldCheckpoints = 0;
  let trouble: LearningTrouble | null = null;

  function series(begin: number): LearningSeries {
    const part = reports.slice(begin);
    return {
      first: first + begin,
      losses: Float64Array.from(part, ({ loss }) => loss),
      norms: joined(part.map(({ norms }) => norms)),
      applied: Float64Array.from(part, ({ applied }) => applied),
      asymmetry: joined(asymmetry.slice(begin)),
    };
  }

  /** What there is since the last news. */
  function news(): LearningNews {
    const since = { ...series(told), checkpoints: checkpoints.slice(toldCheckpoints) };
    told = reports.length;
    toldCheckpoints = checkpoints.length;
    return since;
  }

  try {
    while (learner.step < training.steps && (await goesOn())) {
      const report = learner.next(training);
      if (report.trouble) {
        const { step, healthy } = learner.checkpoint();
        const activations = Float64Array.from(report.activations);
        trouble = { ...report.trouble, step, activations, healthy };
        break;
      }
      reports.push(report);
      if (symmetric) asymmetry.push(learner.asymmetry());
      if (checkpointEvery > 0 && learner.step % checkpointEvery === 0)
        checkpoints.push(learner.checkpoint());
      tell(news);
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    }
    const all = series(0);
    return {
      ...all,
      layers: plan.layers.length,
      trouble,
      verdict: verdictOf(all.losses, data.classes.length, trouble !== null),
      checkpoint: learner.checkpoint(),
      checkpoints,
    };
  } finally {
    learner.release();
  }
};
