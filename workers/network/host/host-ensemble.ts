import { activations } from '../activations.ts';
import {
  momentsOf,
  type Batch,
  type Ensemble,
  type EnsembleSpec,
  type EnsembleState,
  type Held,
  type StepSettings,
} from '../ensemble.ts';
import { biasesOf, layoutOf, weightsOf } from '../layout.ts';
import type { MaskRule } from '../masks.ts';
import { activate, backActivate, batchMask } from './activate.ts';
import { allFinite } from './all-finite.ts';
import type { Matrix, Memory } from './memory.ts';
import { crossEntropy, logSoftmax } from './softmax.ts';
import { transpose } from './transpose.ts';
import { boundNorms, update } from './update.ts';

/**
 * The ensemble on WASM or CPU: matrix products by tfjs, each a plain a·b (XNNPACK's fast path), and
 * everything between them as fused loops over the same memory.
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
export function hostEnsemble(spec: EnsembleSpec, memory: Memory): Ensemble {
  const layout = layoutOf(spec.sizes, spec.members);
  const { members } = spec;
  const depth = layout.layers.length;
  const classes = spec.sizes[depth];
  const inputs = spec.sizes[0];
  const activation = activations[spec.activation];

  const parameters = new Float32Array(layout.total);
  const moments = Array.from(
    { length: momentsOf(spec.optimizer) },
    () => new Float32Array(layout.total),
  );
  const biasGradient = new Float32Array(Math.max(...spec.sizes));
  const losses = new Float32Array(members);
  const stopped = new Uint8Array(members);
  /** Mask bytes `[members][layer]`, made anew at each step. */
  const masks = Array.from({ length: members }, () =>
    spec.sizes.slice(0, depth).map((units) => new Uint8Array(units * spec.batch)),
  );

  /** Weights of layer `l` of one member as a matrix of their own. */
  function weightMatrix(member: number, l: number): Matrix {
    const { inputs: n, outputs } = layout.layers[l];
    const matrix = memory.make(outputs, n);
    memory.view(matrix).set(weightsOf(parameters, layout, member, l));
    return matrix;
  }

  /** The transpose of `weightMatrix`. */
  function transposedWeights(member: number, l: number): Matrix {
    const { inputs: n, outputs } = layout.layers[l];
    const matrix = memory.make(n, outputs);
    transpose(weightsOf(parameters, layout, member, l), outputs, n, memory.view(matrix));
    return matrix;
  }

  /** First-layer weights of all members, `[members · outputs, inputs]`. */
  function firstWeights(): Matrix {
    const { outputs } = layout.layers[0];
    const matrix = memory.make(members * outputs, inputs);
    const view = memory.view(matrix);
    for (let m = 0; m < members; m++) {
      view.set(weightsOf(parameters, layout, m, 0), m * outputs * inputs);
    }
    return matrix;
  }

  /** The mask of layer `l` (0 is the input), or null where nothing is dropped. */
  function maskOf(
    rule: MaskRule,
    p: readonly number[],
    member: number,
    l: number,
    step: number,
    count: number,
  ): Uint8Array | null {
    if (rule.kind === 'none' || p[l] === 0) return null;
    const mask = masks[member][l];
    batchMask(rule, p[l], l, member, step, spec.sizes[l], count, mask);
    return mask;
  }

  /** The batch as matrices by example and by unit, under one member's input mask if there is one. */
  function inputMatrices(batch: Batch, mask: Uint8Array | null, p: number): [Matrix, Matrix] {
    const { count } = batch;
    const byExample = memory.make(count, inputs);
    const byUnit = memory.make(inputs, count);
    const x = memory.view(byExample);
    const xt = memory.view(byUnit);
    x.set(batch.rows.subarray(0, count * inputs));
    if (mask) {
      const scale = p < 1 ? 1 / (1 - p) : 0;
      for (let row = 0; row < count; row++) {
        for (let i = 0; i < inputs; i++) x[row * inputs + i] *= mask[i * count + row] * scale;
      }
    }
    transpose(x, count, inputs, xt);
    return [byExample, byUnit];
  }

  function stepMember(
    member: number,
    z1: Matrix,
    z1Offset: number,
    x: Matrix,
    batch: Batch,
    step: number,
    settings: StepSettings,
    sharedGradient: Matrix | null,
  ): void {
    const { count, labels } = batch;
    const { p } = settings;
    const byUnit: Matrix[] = [];
    const byExample: Matrix[] = [x];
    const used: (Uint8Array | null)[] = [];
    let z = z1;
    let zOffset = z1Offset;

    for (let l = 0; l < depth - 1; l++) {
      const units = spec.sizes[l + 1];
      const h = memory.make(units, count);
      const ht = memory.make(count, units);
      const mask = maskOf(spec.masks, p, member, l + 1, step, count);
      used.push(mask);
      activate(
        memory.view(z).subarray(zOffset, zOffset + units * count),
        biasesOf(parameters, layout, member, l),
        activation,
        mask,
        p[l + 1],
        units,
        count,
        memory.view(h),
        memory.view(ht),
      );
      if (z !== z1) memory.free(z);
      byUnit.push(h);
      byExample.push(ht);
      const w = weightMatrix(member, l + 1);
      z = memory.product(w, h);
      memory.free(w);
      zOffset = 0;
    }

    let delta = memory.make(classes, count);
    losses[member] = crossEntropy(
      memory.view(z).subarray(zOffset, zOffset + classes * count),
      biasesOf(parameters, layout, member, depth - 1),
      labels,
      classes,
      count,
      memory.view(delta),
      biasGradient,
    );
    if (z !== z1) memory.free(z);

    for (let l = depth - 1; l >= 0; l--) {
      const shared = l === 0 && sharedGradient !== null;
      let below: Matrix | null = null;
      if (l > 0) {
        const wt = transposedWeights(member, l);
        below = memory.product(wt, delta);
        memory.free(wt);
      }
      // The bias first: the buffer of its gradient is used again by the layer below.
      learn(member, l, 'biases', biasGradient.subarray(0, spec.sizes[l + 1]), step, settings);
      if (shared) {
        const size = spec.sizes[1] * count;
        memory.view(sharedGradient).set(memory.view(delta), member * size);
      } else {
        const gradient = memory.product(delta, byExample[l]);
        learn(member, l, 'weights', memory.view(gradient), step, settings);
        memory.free(gradient);
      }
      memory.free(delta);
      if (below) {
        delta = below;
        backActivate(
          memory.view(delta),
          memory.view(byUnit[l - 1]),
          activation,
          used[l - 1],
          p[l],
          spec.sizes[l],
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
    member: number,
    l: number,
    what: 'weights' | 'biases',
    gradient: Float32Array,
    step: number,
    settings: StepSettings,
  ): void {
    if (stopped[member]) return;
    const part = what === 'weights' ? weightsOf : biasesOf;
    const w = part(parameters, layout, member, l);
    const v = moments.map((moment) => part(moment, layout, member, l));
    update(spec.optimizer, w, gradient, v, step, settings, what === 'weights' ? settings.l2 : 0);
    if (what === 'weights' && settings.maxNorm > 0) {
      boundNorms(w, spec.sizes[l + 1], spec.sizes[l], settings.maxNorm);
    }
  }

  /** All members see the same input: their first layer is one product, forward and backward. */
  function stepShared(batch: Batch, step: number, settings: StepSettings): void {
    const { count } = batch;
    const [x, xt] = inputMatrices(batch, null, 0);
    const w1 = firstWeights();
    const z1 = memory.product(w1, xt);
    const units = spec.sizes[1];
    const delta1 = memory.make(members * units, count);
    for (let m = 0; m < members; m++) {
      stepMember(m, z1, m * units * count, x, batch, step, settings, delta1);
    }
    const gradient = memory.product(delta1, x);
    for (let m = 0; m < members; m++) {
      const part = memory.view(gradient).subarray(m * units * inputs, (m + 1) * units * inputs);
      learn(m, 0, 'weights', part, step, settings);
    }
    for (const matrix of [x, xt, w1, z1, delta1, gradient]) memory.free(matrix);
  }

  /** Each member has an input mask of its own. */
  function stepMasked(batch: Batch, step: number, settings: StepSettings): void {
    for (let m = 0; m < members; m++) {
      const mask = maskOf(spec.masks, settings.p, m, 0, step, batch.count);
      const [x, xt] = inputMatrices(batch, mask, settings.p[0]);
      const w1 = weightMatrix(m, 0);
      const z1 = memory.product(w1, xt);
      stepMember(m, z1, 0, x, batch, step, settings, null);
      for (const matrix of [x, xt, w1, z1]) memory.free(matrix);
    }
  }

  function step(batch: Batch, number: number, settings: StepSettings): void {
    const masked = spec.masks.kind !== 'none' && settings.p[0] > 0;
    (masked ? stepMasked : stepShared)(batch, number, settings);
  }

  function hold(rows: Float32Array, count: number): HostHeld {
    const byUnit = memory.make(inputs, count);
    transpose(rows, count, inputs, memory.view(byUnit));
    return { count, byUnit, release: () => memory.free(byUnit) };
  }

  function predictMember(
    member: number,
    held: HostHeld,
    rule: MaskRule,
    p: readonly number[],
    out: Float32Array,
  ): void {
    const { count } = held;
    const scaleOf = (l: number) => unitScale(rule, p, member, l, spec.sizes[l]);
    let h = held.byUnit;
    for (let l = 0; l < depth; l++) {
      const units = spec.sizes[l + 1];
      const w = weightMatrix(member, l);
      if (l === 0) scaleColumns(memory.view(w), scaleOf(0), units, inputs);
      const z = memory.product(w, h);
      memory.free(w);
      if (h !== held.byUnit) memory.free(h);
      const bias = biasesOf(parameters, layout, member, l);
      if (l === depth - 1) {
        logSoftmax(memory.view(z), bias, classes, count, out);
        memory.free(z);
      } else {
        activateInPlace(memory.view(z), bias, activation.value, scaleOf(l + 1), units, count);
        h = z;
      }
    }
  }

  /** Whether all weights and biases of a member are finite. */
  function isFiniteMember(member: number): boolean {
    const start = member * layout.perMember;
    return allFinite(parameters.subarray(start, start + layout.perMember));
  }

  let marked = { parameters: new Float32Array(0), moments: [] as Float32Array[] };

  return {
    spec,
    largestHold: Number.MAX_SAFE_INTEGER,
    step,
    mark() {
      marked = { parameters: parameters.slice(), moments: moments.map((m) => m.slice()) };
    },
    rollback() {
      parameters.set(marked.parameters);
      moments.forEach((moment, i) => moment.set(marked.moments[i]));
    },
    losses: () =>
      Promise.resolve(losses.map((loss, member) => (isFiniteMember(member) ? loss : Number.NaN))),
    stop: (member) => void (stopped[member] = 1),
    hold,
    predict(held, rule = { kind: 'none' }, p = []) {
      const size = held.count * classes;
      const out = new Float32Array(members * size);
      for (let m = 0; m < members; m++) {
        predictMember(m, held as HostHeld, rule, p, out.subarray(m * size, (m + 1) * size));
      }
      return Promise.resolve(out);
    },
    read: (): Promise<EnsembleState> =>
      Promise.resolve({ parameters: parameters.slice(), moments: moments.map((m) => m.slice()) }),
    write(state) {
      parameters.set(state.parameters);
      moments.forEach((moment, i) => {
        const given = state.moments?.[i];
        if (given) moment.set(given);
        else moment.fill(0);
      });
    },
    dispose() {},
  };
}

interface HostHeld extends Held {
  /** Inputs `[inputs, count]`: the right-hand matrix of every first layer, packed once. */
  byUnit: Matrix;
}

/** What each unit of a layer is multiplied by under a mask that all examples share; null for one. */
function unitScale(
  rule: MaskRule,
  p: readonly number[],
  member: number,
  layer: number,
  units: number,
): Float32Array | null {
  if (rule.kind === 'none' || !p[layer]) return null;
  const mask = new Uint8Array(units);
  batchMask(rule, p[layer], layer, member, 0, units, 1, mask);
  const scale = p[layer] < 1 ? 1 / (1 - p[layer]) : 0;
  return Float32Array.from(mask, (kept) => kept * scale);
}

function scaleColumns(
  weights: Float32Array,
  scale: Float32Array | null,
  outputs: number,
  inputs: number,
): void {
  if (!scale) return;
  for (let o = 0; o < outputs; o++) {
    for (let i = 0; i < inputs; i++) weights[o * inputs + i] *= scale[i];
  }
}

function activateInPlace(
  z: Float32Array,
  bias: Float32Array,
  value: (z: number) => number,
  scale: Float32Array | null,
  units: number,
  count: number,
): void {
  for (let unit = 0; unit < units; unit++) {
    const b = bias[unit];
    const factor = scale ? scale[unit] : 1;
    const end = (unit + 1) * count;
    if (factor === 0) z.fill(0, unit * count, end);
    else for (let i = unit * count; i < end; i++) z[i] = factor * value(z[i] + b);
  }
}
