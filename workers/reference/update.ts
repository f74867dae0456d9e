import { adam, adamRate, type StepSettings } from '../network/ensemble.ts';
import type { LayerLayout } from '../network/layout.ts';
import { layersOf, type MemberSpec, type MemberState } from './member.ts';
import type { Precision } from './precision.ts';

/**
 * One update of all parameters in place from `gradient` `[perMember]`. `step` counts from 0.
 * The penalty λ/2·‖W‖² adds λW to the gradient of weights, not of biases.
 */
export function update(
  spec: MemberSpec,
  state: MemberState,
  gradient: Float64Array,
  step: number,
  settings: StepSettings,
  precision: Precision,
): void {
  const one = spec.optimizer === 'adam' ? adamUpdate : momentumUpdate;
  const { parameters } = state;
  for (const layer of layersOf(spec.sizes)) {
    const end = layer.biases + layer.outputs;
    for (let i = layer.weights; i < end; i++) {
      const penalty = i < layer.biases ? settings.l2 * parameters[i] : 0;
      one(state, i, gradient[i] + penalty, step, settings, precision);
    }
    if (settings.maxNorm > 0) boundNorms(parameters, layer, settings.maxNorm, precision);
  }
}

/** v ← μv + g, w ← w − ηv (Polyak's momentum, with the learning rate outside of v). */
function momentumUpdate(
  { parameters, moments: [v] }: MemberState,
  i: number,
  g: number,
  _step: number,
  { learningRate, momentum }: StepSettings,
  { round }: Precision,
): void {
  v[i] = round(momentum * v[i] + g);
  parameters[i] = round(parameters[i] - learningRate * v[i]);
}

/** Adam (Kingma and Ba 2015, the form at the end of §2, with both corrections in the step size). */
function adamUpdate(
  { parameters, moments: [m, v] }: MemberState,
  i: number,
  g: number,
  step: number,
  { learningRate }: StepSettings,
  { round }: Precision,
): void {
  m[i] = round(adam.beta1 * m[i] + (1 - adam.beta1) * g);
  v[i] = round(adam.beta2 * v[i] + (1 - adam.beta2) * g * g);
  const change = (adamRate(learningRate, step) * m[i]) / (Math.sqrt(v[i]) + adam.epsilon);
  parameters[i] = round(parameters[i] - change);
}

/** Scales the incoming weights of each unit down to norm `limit` where they are longer. */
function boundNorms(
  parameters: Float64Array,
  { inputs, outputs, weights }: LayerLayout,
  limit: number,
  { round, sum }: Precision,
): void {
  for (let o = 0; o < outputs; o++) {
    const row = parameters.subarray(weights + o * inputs, weights + (o + 1) * inputs);
    let squares = 0;
    for (const w of row) squares = sum(squares + w * w);
    const norm = Math.sqrt(squares);
    if (norm > limit) row.forEach((w, i) => (row[i] = round(w * (limit / norm))));
  }
}
