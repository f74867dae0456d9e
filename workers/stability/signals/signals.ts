import type { SignalQuantity } from '../../../src/lib/experiment/stability/signals.ts';
import type { StackSpec } from '../../../src/lib/experiment/stability/stack.ts';
import { arithmeticOf } from '../arithmetic.ts';
import { fixedPoint, type FixedPoint } from '../closed-form/fixed-point.ts';
import { backwardLogLaw, forwardLogLaw, type LogLaw } from '../closed-form/log-law.ts';
import { propagate, type Propagation } from '../closed-form/propagate.ts';
import { planOf, type DeepPlan } from '../deep/plan.ts';
import { newsPace } from '../pace.ts';
import type { Probe } from '../probe.ts';
import { watch, type Trouble } from '../trouble.ts';
import { count, emptyHistogram, type Histogram } from './histogram.ts';
import { firstMeanSquare, spreadOf } from './measure.ts';
import { drawInputs, networkSignals } from './network.ts';
import { tallyOf, type QuantitySummary } from './tally.ts';

export interface SignalsJob {
  stack: StackSpec;
}

/** What theory says of the same stack and inputs. */
export interface SignalsTheory {
  /** Expectations over the networks; null for constant weights. */
  expected: Propagation | null;
  /** The law of ln `one` and of ln `oneGradient`; null where it is not known. */
  one: LogLaw | null;
  oneGradient: LogLaw | null;
  /** Of a stack of one width without a skip; null elsewhere, and where there is none. */
  fixedPoint: FixedPoint | null;
}

export interface SignalsAnswer {
  /** Units of the inputs and of each layer, `[layers + 1]`. */
  widths: number[];
  /** Random networks that are in it so far. */
  networks: number;
  quantities: Record<SignalQuantity, QuantitySummary>;
  /** Of the first network's activations. */
  histogram: Histogram;
  /** Where the numbers of the first network that had trouble went wrong: the first of each kind and pass. */
  troubles: Trouble[];
  theory: SignalsTheory;
}

/** Signals of random stacks on one batch of inputs, layer by layer; the news is the answer so far. */
export const signals: Probe<SignalsJob, SignalsAnswer, SignalsAnswer> = async (
  memory,
  { stack },
  { tell, goesOn },
) => {
  const plan = planOf(stack);
  const { layers, widths } = plan;
  const inputs = drawInputs(plan);
  const arithmetic = arithmeticOf(stack.precision, memory);
  const tally = tallyOf(stack.networks, widths.length);
  const scale = Math.sqrt(spreadOf(Float64Array.from(inputs)).second);
  const histogram = emptyHistogram(stack.activation, scale, layers.length + 1);
  const theory = theoryOf(plan, inputs);
  const pace = newsPace();
  let troubles: readonly Trouble[] = [];
  const answer = (): SignalsAnswer => ({
    widths: [...widths],
    networks: tally.count(),
    quantities: tally.summary(),
    histogram,
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
      watched,
      goesOn,
      (l, h) => {
        if (network === 0) count(histogram, l, h);
      },
    );
    if (!signals) break;
    tally.add(signals);
    if (troubles.length === 0) troubles = watched.troubles;
    if (pace.due()) pace.told(() => tell(answer()));
  }
  return answer();
};

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
