import type { GradientCure } from '#lib/experiment/stability/training.ts';
import { asymmetryOf } from '../../network/asymmetry.ts';
import type { Memory } from '../../network/host/memory.ts';
import type { Batches } from '../../training/batches.ts';
import { arithmeticOf, type Numbers } from '../tools/arithmetic.ts';
import { watch, type Trouble } from '../tools/trouble.ts';
import { applyCure, normOf } from './cure.ts';
import { carryOver } from './carry.ts';
import type { LearningCheckpoint } from './checkpoint.ts';
import { drawParameters, layerRange, placesOf } from './parameters.ts';
import { passes } from './passes.ts';
import type { DeepPlan } from './plan.ts';
import { heldWeights } from './weights.ts';

/** What may change from one step to the next. */
export interface LearnerSettings {
  learningRate: number;
  momentum: number;
  cure: GradientCure;
}

/** What one step did, or would have done. */
export interface StepReport {
  /** Mean cross-entropy of the batch in nats, before the step. */
  loss: number;
  /** Norm of each layer's gradient, weights and biases, before any cure, `[layers]`, the output last. */
  norms: Float64Array;
  /** Norm of the whole gradient as it was applied. */
  applied: number;
  /** Largest magnitude of the inputs and of each layer's activations, `[layers + 1]`. */
  activations: Float64Array;
  /** The first number that was not finite; the step was then not taken. */
  trouble: Trouble | null;
}

/** A network in training, step by step. */
export interface Learner {
  /** Steps taken. */
  readonly step: number;
  /** Takes a step, unless a number becomes Inf or NaN on the way: then all stays as it was. */
  next(settings: LearnerSettings): StepReport;
  /** A copy of where it stands. */
  checkpoint(): LearningCheckpoint;
  /**
   * The largest difference of two units of each hidden layer in incoming weights and bias, `[layers − 1]`:
   * 0 while they are all the same.
   */
  asymmetry(): Float64Array;
  /** Frees its matrices; afterwards it must not be used. */
  release(): void;
}

/**
 * SGD with momentum, v ← μv + g, w ← w − ηv, on the cross-entropy of a `classifierPlan`. Parameters and
 * velocities are float32 even where the passes are float16, and the gradient is unscaled there
 * (Micikevicius et al. 2018, §3.1 and 3.2).
 */
export function learnerOf(
  plan: DeepPlan,
  batches: Batches,
  memory: Memory,
  from: LearningCheckpoint | null = null,
): Learner {
  const { precision } = plan.spec;
  const { numbers } = arithmeticOf(precision, memory);
  const places = placesOf(plan);
  const ranges = places.layers.map(layerRange);
  const held = heldWeights(plan, places, memory);
  const copyOf = (values: Numbers) => {
    const own = numbers(places.total);
    own.set(values);
    return own;
  };
  let parameters = numbers(places.total);
  let velocity = numbers(places.total);
  drawParameters(plan, places, parameters);
  if (from) carryOver(from, plan, places, parameters, velocity);
  // A step writes its results beside its beginnings, so that a step in trouble leaves no trace.
  let nextParameters = numbers(places.total);
  let nextVelocity = numbers(places.total);
  const gradient = numbers(places.total);
  let step = from?.step ?? 0;
  let healthy = from?.healthy ?? null;

  function update({ learningRate, momentum }: LearnerSettings): void {
    for (let i = 0; i < gradient.length; i++) {
      const v = momentum * velocity[i] + gradient[i];
      nextVelocity[i] = v;
      nextParameters[i] = parameters[i] - learningRate * v;
    }
  }

  return {
    get step() {
      return step;
    },
    next(settings) {
      const watched = watch();
      held.load(parameters);
      const { loss, activations } = passes(
        plan,
        places,
        held.layers,
        batches.at(step),
        step,
        arithmeticOf(precision, memory),
        watched,
        gradient,
      );
      const norms = Float64Array.from(ranges, ([start, end]) =>
        normOf(gradient.subarray(start, end)),
      );
      let applied = Number.NaN;
      if (!watched.nonFinite()) {
        applyCure(gradient, settings.cure, ranges);
        applied = normOf(gradient);
        update(settings);
        ranges.forEach(([start, end], l) => {
          watched.see('update', l + 1, 'update', nextVelocity.subarray(start, end));
          watched.see('update', l + 1, 'update', nextParameters.subarray(start, end));
        });
      }
      const trouble = watched.nonFinite();
      if (!trouble) {
        [parameters, nextParameters] = [nextParameters, parameters];
        [velocity, nextVelocity] = [nextVelocity, velocity];
        step++;
        healthy = { loss, activations: Float64Array.from(activations) };
      }
      return { loss, norms, applied, activations, trouble };
    },
    checkpoint: () => ({
      step,
      stack: plan.spec,
      parameters: copyOf(parameters),
      velocity: copyOf(velocity),
      healthy: structuredClone(healthy),
    }),
    asymmetry: () =>
      Float64Array.from(places.layers.slice(0, -1), (layer) =>
        Math.max(...layer.map((place) => asymmetryOf(parameters, place))),
      ),
    release: () => held.release(),
  };
}
