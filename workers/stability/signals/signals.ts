import type { SignalQuantity } from '#lib/experiment/stability/signals.ts';
import type { StackSpec } from '#lib/experiment/stability/stack.ts';
import { arithmeticOf } from '../tools/arithmetic.ts';
import { fixedPoint, type FixedPoint } from '../closed-form/fixed-point.ts';
import { backwardLogLaw, forwardLogLaw, type LogLaw } from '../closed-form/log-law.ts';
import { propagate, type Propagation } from '../closed-form/propagate.ts';
import { planOf, type DeepPlan } from '../deep/plan.ts';
import type { Question } from '../../asking.ts';
import type { Memory } from '../../network/host/memory.ts';
import { watch, type Trouble, type Watch } from '../tools/trouble.ts';
import { activationHistogram, count, preActivationHistogram, type Histogram } from './histogram.ts';
import { firstMeanSquare, spreadOf } from '../tools/measure.ts';
import { drawInputs, networkSignals } from './network.ts';
import { tallyOf, type QuantitySummary } from './tally.ts';

export interface SignalsJob {
  stack: StackSpec;
  /** If given, the pre-activations of the first network are counted, too, from −reach to reach. */
  reach?: number;
}

/** What theory says of the same stack and inputs. */
export interface SignalsTheory {
  /** Expectations over the networks; null for constant weights. */
  expected: Propagation | null;
  /** The law of ln `one` and of ln `oneGradient`; null where it is not known. */
  one: LogLaw | null;
  oneGradient: LogLaw | null;
  /**
   * The fixed point of a stack of one width without a skip; null if it has none, and for other
   * stacks.
   */
  fixedPoint: FixedPoint | null;
}

export interface SignalsAnswer {
  /** Units of the inputs and of each layer, `[layers + 1]`. */
  widths: number[];
  /** Random networks that the answer covers so far. */
  networks: number;
  quantities: Record<SignalQuantity, QuantitySummary>;
  /** The first network's activations, a row for the input and for each layer. */
  histogram: Histogram;
  /** The first network's pre-activations, a row for each layer; null if the job has no reach. */
  preActivations: Histogram | null;
  /** Where the numbers of the first network that had trouble went wrong: the first of each kind and pass. */
  troubles: Trouble[];
  theory: SignalsTheory;
}

/** Signals of random stacks on one batch of inputs, layer by layer; the news is the answer so far. */
export const signals: Question<Memory, SignalsJob, SignalsAnswer, SignalsAnswer> = async (
  memory,
  { stack, reach },
  { tell, goesOn },
) => {
  const plan = planOf(stack);
  const { layers, widths } = plan;
  const inputs = drawInputs(plan);
  const arithmetic = arithmeticOf(stack.precision, memory);
  const tally = tallyOf(stack.networks, widths.length);
  const scale = Math.sqrt(spreadOf(Float64Array.from(inputs)).second);
  const histogram = activationHistogram(stack.activation, scale, layers.length + 1);
  const preActivations = reach === undefined ? null : preActivationHistogram(reach, layers.length);
  const theory = theoryOf(plan, inputs);
  let troubles: readonly Trouble[] = [];
  const answer = (): SignalsAnswer => ({
    widths: [...widths],
    networks: tally.count(),
    quantities: tally.summary(),
    histogram,
    preActivations,
    troubles: [...troubles],
    theory,
  });

  for (let network = 0; network < stack.networks; network++) {
    const watched = watch();
    const signals = await networkSignals(
      plan,
      network,
      inputs,
      arithmetic,
      network === 0 && preActivations ? counting(watched, preActivations) : watched,
      goesOn,
      (l, h) => {
        if (network === 0) count(histogram, l, h);
      },
    );
    if (!signals) break;
    tally.add(signals);
    if (troubles.length === 0) troubles = watched.troubles;
    tell(answer);
  }
  return answer();
};

/** A watch that also counts the pre-activations it sees. */
function counting(watch: Watch, histogram: Histogram): Watch {
  return {
    ...watch,
    see(pass, layer, operation, numbers) {
      if (operation === 'pre-activation') count(histogram, layer - 1, numbers);
      watch.see(pass, layer, operation, numbers);
    },
  };
}

function theoryOf(plan: DeepPlan, inputs: Float64Array): SignalsTheory {
  const { layers, widths, spec } = plan;
  const { mean, second } = spreadOf(Float64Array.from(inputs));
  const [{ matrices, skip, activation, drop }] = layers;
  const settles = skip === null && widths.every((width) => width === widths[0]);
  const sigmaW2 = (matrices[0].inputs * matrices[0].variance) / (1 - drop);
  const random = spec.initialisation !== 'constant';
  return {
    expected: propagate(plan, { mean, square: second }),
    one: forwardLogLaw(plan, firstMeanSquare(Float64Array.from(inputs), spec.inputs.count)),
    oneGradient: backwardLogLaw(plan),
    fixedPoint: settles && random ? fixedPoint(activation, sigmaW2) : null,
  };
}
