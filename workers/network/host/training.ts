import { activations } from '../activations.ts';
import type { Batch, StepSettings } from '../ensemble.ts';
import { biasesOf, weightsOf } from '../layout.ts';
import { keptScale } from '../masks.ts';
import { activate, backActivate, batchMask } from './activate.ts';
import type { Matrix } from './memory.ts';
import { firstWeights, transposedWeights, weightMatrix, type Networks } from './networks.ts';
import { crossEntropy } from './softmax.ts';
import { transpose } from './transpose.ts';
import { boundNorms, update } from './update.ts';

/** The training of networks: what their steps are taken with. */
export interface HostTraining {
  /** One step of every member that is not stopped; see `Ensemble.step`. */
  step(batch: Batch, step: number, settings: StepSettings): void;
  /** Mean cross-entropy of each member on the last batch, before its update, `[members]`. */
  losses: Float32Array<ArrayBuffer>;
}

/** One step, as all its parts are told of it. */
interface Step {
  batch: Batch;
  number: number;
  settings: StepSettings;
}

/** The first pre-activations of a member, `[units, count]` from `offset` on in `matrix`, without biases. */
interface First {
  matrix: Matrix;
  offset: number;
}

/** What the forward pass of a member leaves for its backward pass. */
interface Passed {
  /** What left each hidden layer, `[units, count]`. */
  byUnit: Matrix[];
  /** What entered each layer, `[count, units]`; the first is the input. */
  byExample: Matrix[];
  /** The mask of each hidden layer, null where nothing is dropped. */
  masks: (Uint8Array | null)[];
  /** The derivative of the loss by the logits, `[classes, count]`. */
  delta: Matrix;
}

/**
 * Steps that change `parameters` and `moments` in place; a member of which `stopped` is not 0 keeps its
 * own as they are.
 *
 * Activations are kept as `[units, examples]` ("by unit") and as `[examples, units]` ("by example"),
 * so that no product needs a transposed argument:
 *   forward    Z[out, B]  = W[out, in] · H[in, B]
 *   backward   δ'[in, B]  = Wᵀ[in, out] · δ[out, B]
 *   gradient   G[out, in] = δ[out, B] · H[B, in]
 * Wᵀ is made by a loop of our own: as a right-hand matrix W would have to be packed anew at every step,
 * which takes longer.
 * The first layer of all members is one product where they share the input.
 */
export function hostTraining(
  networks: Networks,
  moments: readonly Float32Array[],
  stopped: Uint8Array,
): HostTraining {
  const { spec, layout, parameters, memory } = networks;
  const { members, sizes } = spec;
  const depth = layout.layers.length;
  const classes = sizes[depth];
  const inputs = sizes[0];
  const activation = activations[spec.activation];
  const losses = new Float32Array(members);
  const biasGradient = new Float32Array(Math.max(...sizes));
  /** Mask bytes `[members][layer]`, made anew at each step. */
  const maskBytes = Array.from({ length: members }, () =>
    sizes.slice(0, depth).map((units) => new Uint8Array(units * spec.batch)),
  );

  /** The mask of layer `l` (0 is the input), or null where nothing is dropped. */
  function maskOf({ batch, number, settings }: Step, member: number, l: number): Uint8Array | null {
    const p = settings.p[l];
    if (spec.masks.kind === 'none' || p === 0) return null;
    const mask = maskBytes[member][l];
    batchMask(spec.masks, p, l, member, number, sizes[l], batch.count, mask);
    return mask;
  }

  /** The batch as matrices by example and by unit, under one member's input mask if there is one. */
  function inputMatrices(batch: Batch, mask: Uint8Array | null, p: number): [Matrix, Matrix] {
    const { count } = batch;
    const byExample = memory.make(count, inputs);
    const byUnit = memory.make(inputs, count);
    const x = memory.view(byExample);
    x.set(batch.rows.subarray(0, count * inputs));
    if (mask) {
      const scale = keptScale(p);
      for (let row = 0; row < count; row++) {
        for (let i = 0; i < inputs; i++) x[row * inputs + i] *= mask[i * count + row] * scale;
      }
    }
    transpose(x, count, inputs, memory.view(byUnit));
    return [byExample, byUnit];
  }

  /** Up from the first pre-activations, which stay, to the loss; `x` is the input by example. */
  function forward(step: Step, member: number, first: First, x: Matrix): Passed {
    const { count, labels } = step.batch;
    const byUnit: Matrix[] = [];
    const byExample: Matrix[] = [x];
    const masks: (Uint8Array | null)[] = [];
    let z = first.matrix;
    let offset = first.offset;
    for (let l = 0; l < depth - 1; l++) {
      const units = sizes[l + 1];
      const h = memory.make(units, count);
      const ht = memory.make(count, units);
      const mask = maskOf(step, member, l + 1);
      masks.push(mask);
      activate(
        memory.view(z).subarray(offset, offset + units * count),
        biasesOf(parameters, layout, member, l),
        activation,
        mask,
        step.settings.p[l + 1],
        units,
        count,
        memory.view(h),
        memory.view(ht),
      );
      if (z !== first.matrix) memory.free(z);
      byUnit.push(h);
      byExample.push(ht);
      const w = weightMatrix(networks, member, l + 1);
      z = memory.product(w, h);
      memory.free(w);
      offset = 0;
    }
    const delta = memory.make(classes, count);
    losses[member] = crossEntropy(
      memory.view(z).subarray(offset, offset + classes * count),
      biasesOf(parameters, layout, member, depth - 1),
      labels,
      classes,
      count,
      memory.view(delta),
      biasGradient,
    );
    if (z !== first.matrix) memory.free(z);
    return { byUnit, byExample, masks, delta };
  }

  /**
   * Down again, updating on the way. The derivative by the first pre-activations goes to the member's
   * part of `shared`, from which all members' first weights are learnt together; null learns them here.
   */
  function backward(step: Step, member: number, passed: Passed, shared: Matrix | null): void {
    const { count } = step.batch;
    const { byUnit, byExample, masks } = passed;
    let { delta } = passed;
    for (let l = depth - 1; l >= 0; l--) {
      let below: Matrix | null = null;
      if (l > 0) {
        const wt = transposedWeights(networks, member, l);
        below = memory.product(wt, delta);
        memory.free(wt);
      }
      // The bias first: the buffer of its gradient is used again by the layer below.
      learn(step, member, l, 'biases', biasGradient.subarray(0, sizes[l + 1]));
      if (l === 0 && shared) {
        memory.view(shared).set(memory.view(delta), member * sizes[1] * count);
      } else {
        const gradient = memory.product(delta, byExample[l]);
        learn(step, member, l, 'weights', memory.view(gradient));
        memory.free(gradient);
      }
      memory.free(delta);
      if (below) {
        delta = below;
        backActivate(
          memory.view(delta),
          memory.view(byUnit[l - 1]),
          activation,
          masks[l - 1],
          step.settings.p[l],
          sizes[l],
          count,
          biasGradient,
        );
      }
    }
    for (let l = 0; l < depth - 1; l++) {
      memory.free(byUnit[l]);
      memory.free(byExample[l + 1]);
    }
  }

  /** One update of the weights or biases of a layer of a member. */
  function learn(
    { number, settings }: Step,
    member: number,
    l: number,
    what: 'weights' | 'biases',
    gradient: Float32Array,
  ): void {
    if (stopped[member]) return;
    const part = what === 'weights' ? weightsOf : biasesOf;
    const w = part(parameters, layout, member, l);
    const v = moments.map((moment) => part(moment, layout, member, l));
    update(spec.optimizer, w, gradient, v, number, settings, what === 'weights' ? settings.l2 : 0);
    if (what === 'weights' && settings.maxNorm > 0) {
      boundNorms(w, sizes[l + 1], sizes[l], settings.maxNorm);
    }
  }

  /** All members see the same input: their first layer is one product, forward and backward. */
  function stepShared(step: Step): void {
    const { batch } = step;
    const [x, xt] = inputMatrices(batch, null, 0);
    const w1 = firstWeights(networks);
    const z1 = memory.product(w1, xt);
    const units = sizes[1];
    const delta1 = memory.make(members * units, batch.count);
    for (let m = 0; m < members; m++) {
      const first = { matrix: z1, offset: m * units * batch.count };
      backward(step, m, forward(step, m, first, x), delta1);
    }
    const gradient = memory.product(delta1, x);
    for (let m = 0; m < members; m++) {
      const part = memory.view(gradient).subarray(m * units * inputs, (m + 1) * units * inputs);
      learn(step, m, 0, 'weights', part);
    }
    for (const matrix of [x, xt, w1, z1, delta1, gradient]) memory.free(matrix);
  }

  /** Each member has an input mask of its own. */
  function stepMasked(step: Step): void {
    for (let m = 0; m < members; m++) {
      const [x, xt] = inputMatrices(step.batch, maskOf(step, m, 0), step.settings.p[0]);
      const w1 = weightMatrix(networks, m, 0);
      const z1 = memory.product(w1, xt);
      backward(step, m, forward(step, m, { matrix: z1, offset: 0 }, x), null);
      for (const matrix of [x, xt, w1, z1]) memory.free(matrix);
    }
  }

  return {
    step(batch, number, settings) {
      const masked = spec.masks.kind !== 'none' && settings.p[0] > 0;
      (masked ? stepMasked : stepShared)({ batch, number, settings });
    },
    losses,
  };
}
