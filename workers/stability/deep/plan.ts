import type { StackActivation, StackSpec } from '#lib/experiment/stability/stack.ts';
import { branchVariance, weightVariance } from '#lib/experiment/stability/variance.ts';
import { widthsOf } from '#lib/experiment/stability/widths.ts';

/** One matrix of weights `[outputs, inputs]`. */
export interface MatrixPlan {
  inputs: number;
  outputs: number;
  /** Variance of each weight. */
  variance: number;
}

/** One layer: h + α f(h), or f(h) alone where `skip` is null. */
export interface LayerPlan {
  /** The matrix of φ(W h), or the two of W₂ φ(W₁ h), which only a layer with a skip can have. */
  matrices: readonly MatrixPlan[];
  activation: StackActivation;
  /** α. */
  skip: number | null;
  /** Drop probability of the units after the activation. */
  drop: number;
}

/** A whole stack, from the first layer on. */
export interface DeepPlan {
  layers: readonly LayerPlan[];
  /** Units of the inputs and of each layer, `[layers + 1]`. */
  widths: readonly number[];
  /** How the weights are drawn. */
  spec: StackSpec;
}

/** The stack of a spec. */
export function planOf(spec: StackSpec): DeepPlan {
  const widths = widthsOf(spec);
  return { layers: hiddenLayers(spec, widths), widths, spec };
}

/** A network with a stack between its inputs and its classes: one more layer, linear, at the end. */
export function classifierPlan(spec: StackSpec, inputs: number, classes: number): DeepPlan {
  const widths = [inputs, ...widthsOf(spec).slice(1)];
  const last = widths[widths.length - 1];
  const output: LayerPlan = {
    matrices: [{ inputs: last, outputs: classes, variance: weightVariance(spec, last, classes) }],
    activation: 'none',
    skip: null,
    drop: 0,
  };
  return { layers: [...hiddenLayers(spec, widths), output], widths: [...widths, classes], spec };
}

function hiddenLayers(spec: StackSpec, widths: readonly number[]): LayerPlan[] {
  const { activation, drop, residual, depth } = spec;
  return widths.slice(1).map((outputs, l) => {
    const inputs = widths[l];
    const skips = residual !== 'none' && inputs === outputs;
    const first = { inputs, outputs, variance: weightVariance(spec, inputs, outputs) };
    const second = {
      inputs: outputs,
      outputs,
      variance: branchVariance(spec, outputs, outputs),
    };
    return {
      matrices: skips && spec.branch === 2 ? [first, second] : [first],
      activation,
      skip: skips ? (residual === 'scaled' ? 1 / Math.sqrt(depth) : 1) : null,
      drop,
    };
  });
}
