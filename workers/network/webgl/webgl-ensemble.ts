import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base.js';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Batch, Ensemble, EnsembleSpec, Held, StepSettings } from '../ensemble.ts';
import type { MaskRule } from '../masks.ts';
import { deviceOn } from './device.ts';
import { learn, normsOf } from './learn.ts';
import { networksOn } from './networks.ts';
import { packRows, unpackRows } from './pack.ts';
import { backward, forward, maskInput, type Masking } from './passes.ts';
import { crossEntropyProgram, logSoftmaxProgram, lossProgram } from './programs/index.ts';
import { stateOf } from './state.ts';
import { tile, type Tile } from './tiles.ts';

interface WebglHeld extends Held {
  matrix: TensorInfo;
  one: Tile;
}

/**
 * The ensemble on WebGL: few, fused programs, all members in each (`programs/`). A step is 3 programs
 * a layer less one, and one for the loss; masks are made inside them.
 */
export function webglEnsemble(
  spec: EnsembleSpec,
  backend: MathBackendWebGL,
  check: () => void,
): Ensemble {
  const device = deviceOn(backend, check);
  const networks = networksOn(spec, device);
  const state = stateOf(networks);
  const { arrangement, rowsTile, labelColumn, program } = networks;
  const { members, across } = arrangement;
  const { sizes } = spec;
  const depth = sizes.length - 1;
  const inputs = sizes[0];
  const classes = sizes[depth];
  /** Members that are stopped, as bits: the first 32 and the others. */
  const stopped = [[0], [0]];
  /** What `losses` needs of the last step. */
  let last: { logits: TensorInfo; rows: TensorInfo; count: number } | null = null;

  function forgetLast(): void {
    device.free(last?.logits ?? null);
    device.free(last?.rows ?? null);
    last = null;
  }

  function step(batch: Batch, number: number, settings: StepSettings): void {
    forgetLast();
    const masking: Masking = { rule: spec.masks, p: settings.p, step: number };
    const rows = device.upload(
      2 * rowsTile.height,
      2 * rowsTile.width,
      packRows(batch.rows, batch.labels, inputs, batch.count, rowsTile),
    );
    const input = maskInput(networks, rows, rowsTile, masking);
    const outputs = forward(networks, state.weights, input, masking);
    const logits = outputs[depth - 1];
    const entropy = program('cross-entropy', () =>
      crossEntropyProgram(arrangement, rowsTile, classes, labelColumn),
    );
    let delta = device.run(entropy, [logits, rows], [[batch.count]]);
    for (let l = depth - 1; l >= 0; l--) {
      const below = l === 0 ? input.matrix : outputs[l - 1];
      const next = l > 0 ? backward(networks, state.weights[l], l, delta, below, masking) : null;
      const sharedRows = l === 0 && input.shared;
      learn(networks, state, l, below, sharedRows, delta, number, settings, stopped);
      device.free(delta);
      if (next) delta = next;
      if (l > 0) device.free(below);
    }
    if (!input.shared) device.free(input.matrix);
    last = { logits, rows, count: batch.count };
  }

  async function losses(): Promise<Float32Array> {
    if (!last) return new Float32Array(members);
    const loss = program('loss', () =>
      lossProgram(arrangement, rowsTile, classes, labelColumn, sizes.slice(1)),
    );
    const norms = state.weights.map((weights, l) => device.run(normsOf(networks, l), [weights]));
    const matrix = device.run(loss, [last.logits, last.rows, ...norms], [[last.count]]);
    norms.forEach(device.free);
    const values = await device.read(matrix);
    device.free(matrix);
    return unpackRows(values, { height: 1, width: 1 }, members, across, 1, 1);
  }

  async function predict(
    held: Held,
    rule: MaskRule = { kind: 'none' },
    p: readonly number[] = [],
  ): Promise<Float32Array> {
    const { matrix: rows, one } = held as WebglHeld;
    const masking: Masking = { rule, p, step: 0 };
    const input = maskInput(networks, rows, one, masking);
    const outputs = forward(networks, state.weights, input, masking);
    const softmax = program(`log-softmax ${one.height}`, () =>
      logSoftmaxProgram(arrangement, one, classes),
    );
    const matrix = device.run(softmax, [outputs[depth - 1]]);
    if (!input.shared) device.free(input.matrix);
    outputs.forEach(device.free);
    const values = await device.read(matrix);
    device.free(matrix);
    const logits: Tile = { height: one.height, width: Math.ceil(classes / 2) };
    return unpackRows(values, logits, members, across, held.count, classes);
  }

  function hold(rows: Float32Array, count: number): WebglHeld {
    const one = tile(count, 2 * labelColumn + 2);
    const values = packRows(rows, null, inputs, count, one);
    const matrix = device.upload(2 * one.height, 2 * one.width, values);
    return { count, one, matrix, release: () => device.free(matrix) };
  }

  const { mark, rollback, read, write } = state;
  return {
    spec,
    largestHold: Math.floor((2 * device.largest) / Math.ceil(members / across)),
    step,
    losses,
    mark,
    rollback,
    stop(member) {
      stopped[member < 32 ? 0 : 1][0] |= 1 << (member % 32);
    },
    hold,
    predict,
    read,
    write,
    dispose() {
      forgetLast();
      state.dispose();
    },
  };
}
