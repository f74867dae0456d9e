import type { Batch } from '../ensemble.ts';
import { keptScale } from '../masks.ts';
import { backward } from './backward.ts';
import { forward } from './forward.ts';
import type { Matrix } from './memory.ts';
import { firstWeights, weightMatrix, type Networks } from './networks.ts';
import { learn, maskOf, type Step, type Training } from './step.ts';
import { transpose } from './transpose.ts';

/** Takes one step of every member that is not stopped; see `Ensemble.step`. */
export function takeStep(training: Training, step: Step): void {
  const masked = training.spec.masks.kind !== 'none' && step.settings.p[0] > 0;
  (masked ? stepMasked : stepShared)(training, step);
}

/** All members see the same input: their first layer is one product, forward and backward. */
function stepShared(training: Training, step: Step): void {
  const { spec, memory } = training;
  const { members, sizes } = spec;
  const [inputs, units] = sizes;
  const { batch } = step;
  const [x, xt] = inputMatrices(training, batch, null, 0);
  const w1 = firstWeights(training);
  const z1 = memory.product(w1, xt);
  const delta1 = memory.make(members * units, batch.count);
  for (let m = 0; m < members; m++) {
    const first = { matrix: z1, offset: m * units * batch.count };
    backward(training, step, m, forward(training, step, m, first, x), delta1);
  }
  const gradient = memory.product(delta1, x);
  for (let m = 0; m < members; m++) {
    const part = memory.view(gradient).subarray(m * units * inputs, (m + 1) * units * inputs);
    learn(training, step, m, 0, 'weights', part);
  }
  for (const matrix of [x, xt, w1, z1, delta1, gradient]) memory.free(matrix);
}

/** Each member has an input mask of its own. */
function stepMasked(training: Training, step: Step): void {
  const { spec, memory } = training;
  for (let m = 0; m < spec.members; m++) {
    const mask = maskOf(training, step, m, 0);
    const [x, xt] = inputMatrices(training, step.batch, mask, step.settings.p[0]);
    const w1 = weightMatrix(training, m, 0);
    const z1 = memory.product(w1, xt);
    backward(training, step, m, forward(training, step, m, { matrix: z1, offset: 0 }, x), null);
    for (const matrix of [x, xt, w1, z1]) memory.free(matrix);
  }
}

/** The batch as matrices by example and by unit, under one member's input mask if there is one. */
function inputMatrices(
  { spec, memory }: Networks,
  { rows, count }: Batch,
  mask: Uint8Array | null,
  p: number,
): [byExample: Matrix, byUnit: Matrix] {
  const inputs = spec.sizes[0];
  const byExample = memory.make(count, inputs);
  const byUnit = memory.make(inputs, count);
  const x = memory.view(byExample);
  x.set(rows.subarray(0, count * inputs));
  if (mask) {
    const scale = keptScale(p);
    for (let row = 0; row < count; row++) {
      for (let i = 0; i < inputs; i++) x[row * inputs + i] *= mask[i * count + row] * scale;
    }
  }
  transpose(x, count, inputs, memory.view(byUnit));
  return [byExample, byUnit];
}
