import type { LineName, Mode } from '#lib/experiment/stability/drawn-names.ts';
import type { SignalQuantity } from '#lib/experiment/stability/signals.ts';
import type { LogLaw } from '#workers/stability/closed-form/log-law.ts';
import type { SignalsAnswer } from '#workers/stability/signals/signals.ts';
import type { AxisKind } from './chart/axis.ts';
import type { SizeLine } from './chart/types.ts';
import { gradientOf, quantileOf, signalOf } from './drawn.ts';

const looks: Record<LineName, Pick<SizeLine, 'token' | 'marker'>> = {
  signal: { token: '--class-0', marker: 'circle' },
  gradient: { token: '--class-1', marker: 'triangle' },
  weights: { token: '--class-3', marker: 'triangle-down' },
  mean: { token: '--class-0', marker: 'square' },
  variance: { token: '--class-0', marker: 'diamond' },
  dead: { token: '--class-4', marker: 'square' },
  saturated: { token: '--class-1', marker: 'hourglass' },
};

interface Options {
  mode: Mode;
  answer: SignalsAnswer;
  names: Record<LineName, string>;
  /** Whether to draw the mean over the networks as well. */
  means: boolean;
}

/**
 * The lines to draw in a mode. Signals and gradients are shown as root mean squares, the size of a
 * typical entry.
 */
export function linesOf({ mode, answer, names, means }: Options): {
  kind: AxisKind;
  lines: SizeLine[];
} {
  const { expected, one, oneGradient } = answer.theory;
  const line = (name: LineName, quantity: SignalQuantity, how: How = {}): SizeLine =>
    lineOf(answer, quantity, { ...how, means }, { key: name, name: names[name], ...looks[name] });
  switch (mode) {
    case 'both':
      return {
        kind: 'log',
        lines: [
          line('signal', signalOf(answer).quantity, {
            root: true,
            theory: one ? lawLine(one) : rootsOf(expected?.second),
          }),
          line('gradient', gradientOf(answer).quantity, {
            root: true,
            theory: oneGradient ? lawLine(oneGradient) : rootsOf(expected?.gradient),
          }),
        ],
      };
    case 'weights':
      return {
        kind: 'log',
        lines: [
          line('weights', 'weights', { root: true, from: 1, theory: rootsOf(expected?.weights) }),
        ],
      };
    case 'variance':
      return { kind: 'log', lines: [line('variance', 'variance')] };
    case 'mean': {
      // A mean with negative values needs a linear axis. The mean of the inputs does not count,
      // since no layer made it.
      const signed = quantileOf(answer, 'mean', 0.05)
        .subarray(1)
        .some((x) => x < 0);
      return {
        kind: signed ? 'linear' : 'log',
        lines: [line('mean', 'mean', { from: signed ? 0 : 1 })],
      };
    }
    case 'blocked':
      return {
        kind: 'share',
        lines: [line('saturated', 'saturated', { from: 1 }), line('dead', 'dead', { from: 1 })],
      };
  }
}

interface How {
  /** Draws the square root. */
  root?: boolean;
  /** The first layer to draw. */
  from?: number;
  theory?: SizeLine['theory'];
}

function lineOf(
  answer: SignalsAnswer,
  quantity: SignalQuantity,
  { root = false, from = 0, theory, means }: How & { means: boolean },
  look: Pick<SizeLine, 'key' | 'name' | 'token' | 'marker'>,
): SizeLine {
  const cut = (values: ArrayLike<number>) =>
    Array.from(values, (value) => (root ? Math.sqrt(value) : value)).slice(from);
  const asIs = (values: ArrayLike<number> | undefined) => values && Array.from(values).slice(from);
  return {
    ...look,
    x: answer.widths.map((_, l) => l).slice(from),
    median: cut(quantileOf(answer, quantity, 0.5)),
    low: cut(quantileOf(answer, quantity, 0.05)),
    high: cut(quantileOf(answer, quantity, 0.95)),
    mean: means ? cut(answer.quantities[quantity].mean) : undefined,
    theory: theory && {
      value: asIs(theory.value)!,
      low: asIs(theory.low),
      high: asIs(theory.high),
    },
  };
}

/** The 95% quantile of a standard normal distribution. */
const z95 = 1.6449;

/**
 * The closed form of a root mean square, from the mean and variance of its square's logarithm; the
 * 5% and 95% quantiles take the logarithm to be normal.
 */
function lawLine({ mean, variance }: LogLaw): SizeLine['theory'] {
  const at = (sign: number) =>
    Array.from(mean, (m, l) => Math.exp((m + sign * z95 * Math.sqrt(variance[l])) / 2));
  return { value: at(0), low: at(-1), high: at(1) };
}

function rootsOf(squares: Float64Array | undefined): SizeLine['theory'] {
  return squares && { value: Array.from(squares, Math.sqrt) };
}
