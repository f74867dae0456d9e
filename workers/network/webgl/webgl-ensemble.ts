import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base.js';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { threshold } from '#lib/random/threshold.ts';
import { activations } from '../activations.ts';
import {
  adamRate,
  momentsOf,
  type Batch,
  type Ensemble,
  type EnsembleSpec,
  type Held,
  type StepSettings,
} from '../ensemble.ts';
import { layoutOf } from '../layout.ts';
import { keptScale, type MaskRule } from '../masks.ts';
import { deviceOn } from './device.ts';
import { packLayer, packRows, unpackLayer, unpackRows } from './pack.ts';
import * as programs from './programs/index.ts';
import { columnsOfTiles, tensorShape, tile, type Tile } from './tiles.ts';

/**
 * The ensemble on WebGL: few, fused programs, all members in each (`programs/`). A step is 3 programs
 * a layer less one, and one for the loss; masks are made inside them. Weights and moments are never
 * overwritten, only replaced, so that keeping the state of a moment costs nothing.
 */
export function webglEnsemble(
  spec: EnsembleSpec,
  backend: MathBackendWebGL,
  check: () => void,
): Ensemble {
  const device = deviceOn(backend, check);
  const layout = layoutOf(spec.sizes, spec.members);
  const { members, sizes } = spec;
  const depth = layout.layers.length;
  const inputs = sizes[0];
  const classes = sizes[depth];
  const activation = activations[spec.activation];
  const labelColumn = Math.ceil(inputs / 2);

  const rowsTile = tile(spec.batch, 2 * labelColumn + 2);
  const weightTiles = layout.layers.map((l) => programs.weightTile(l.inputs, l.outputs));
  const hiddenTiles = sizes.slice(1).map((units) => tile(spec.batch, units));
  const across = columnsOfTiles(
    [rowsTile, ...weightTiles, ...hiddenTiles],
    members,
    device.largest,
  );
  const arrangement = { members, across };

  interface State {
    weights: TensorInfo[];
    /** `[moment][layer]`. */
    moments: TensorInfo[][];
  }
  let state: State = { weights: [], moments: [] };
  let marked: State | null = null;
  let stoppedLow = 0;
  let stoppedHigh = 0;
  /** What `losses` needs of the last step. */
  let last: { logits: TensorInfo; rows: TensorInfo; count: number } | null = null;

  const cache = new Map<string, programs.Program>();
  function once(name: string, make: () => programs.Program): programs.Program {
    let program = cache.get(name);
    if (!program) {
      program = make();
      cache.set(name, program);
    }
    return program;
  }

  /** Values for `maskUniforms`. */
  function maskValues(rule: MaskRule, p: number, step: number): number[][] {
    if (rule.kind === 'none') return [];
    const first = rule.kind === 'subnetworks' || rule.kind === 'member' ? (rule.first ?? 0) : 0;
    return [[rule.seed | 0], [step], [first], [threshold(p)], [keptScale(p)]];
  }

  /** The rule, or none where nothing is dropped at `p`. */
  function active(rule: MaskRule, p: number | undefined): MaskRule {
    return p ? rule : { kind: 'none' };
  }

  function describe(rule: MaskRule): string {
    return rule.kind === 'choice' ? `choice${rule.masks}` : rule.kind;
  }

  function maskInput(
    rows: TensorInfo,
    one: Tile,
    rule: MaskRule,
    p: readonly number[],
    step: number,
  ): { matrix: TensorInfo; shared: boolean } {
    const used = active(rule, p[0]);
    if (used.kind === 'none') return { matrix: rows, shared: true };
    const name = `input ${one.height} ${describe(used)}`;
    const program = once(name, () => programs.maskedInputProgram(arrangement, one, inputs, used));
    const matrix = device.run(program, [rows], maskValues(used, p[0], step));
    return { matrix, shared: false };
  }

  /** Runs all layers; returns the activations of each and the logits last. */
  function forward(
    input: { matrix: TensorInfo; shared: boolean },
    one: Tile,
    rule: MaskRule,
    p: readonly number[],
    step: number,
  ): TensorInfo[] {
    const outputs: TensorInfo[] = [];
    let rows = input.matrix;
    for (let l = 0; l < depth; l++) {
      const hidden = l < depth - 1;
      const used = hidden ? active(rule, p[l + 1]) : { kind: 'none' as const };
      const sharedRows = l === 0 && input.shared;
      const name = `forward ${l} ${one.height} ${sharedRows} ${describe(used)}`;
      const program = once(name, () =>
        programs.forwardProgram(arrangement, {
          rows: l === 0 ? one : { height: one.height, width: Math.ceil(sizes[l] / 2) },
          sharedRows,
          inputs: sizes[l],
          outputs: sizes[l + 1],
          activation: hidden ? activation : null,
          rule: used,
          maskLayer: l + 1,
        }),
      );
      rows = device.run(program, [rows, state.weights[l]], maskValues(used, p[l + 1], step));
      outputs.push(rows);
    }
    return outputs;
  }

  /** Puts a new matrix in place of an old one, which stays alive while it is marked. */
  function replace(where: TensorInfo[], index: number, matrix: TensorInfo): void {
    const old = where[index];
    where[index] = matrix;
    const kept =
      marked !== null &&
      (marked.weights.includes(old) || marked.moments.some((moment) => moment.includes(old)));
    if (!kept) device.free(old);
  }

  function normOf(l: number): programs.Program {
    return once(`norm ${l}`, () => programs.normProgram(arrangement, weightTiles[l]));
  }

  function learn(
    l: number,
    rows: TensorInfo,
    sharedRows: boolean,
    delta: TensorInfo,
    step: number,
    settings: StepSettings,
  ): void {
    const { weights, moments } = state;
    const stopped = [[stoppedLow], [stoppedHigh]];
    const momentum = spec.optimizer === 'sgd';
    const gradient = once(`gradient ${l} ${sharedRows}`, () =>
      programs.gradientProgram(arrangement, {
        rows: l === 0 ? rowsTile : { height: rowsTile.height, width: Math.ceil(sizes[l] / 2) },
        sharedRows,
        inputs: sizes[l],
        outputs: sizes[l + 1],
        momentum,
      }),
    );
    let next: TensorInfo;
    if (momentum) {
      const velocity = device.run(
        gradient,
        [rows, delta, weights[l], moments[0][l]],
        [[settings.l2], [settings.momentum], ...stopped],
      );
      replace(moments[0], l, velocity);
      const sgd = once(`sgd ${l}`, () => programs.sgdProgram(arrangement, weightTiles[l]));
      next = device.run(sgd, [weights[l], velocity], [[settings.learningRate], ...stopped]);
    } else {
      const g = device.run(gradient, [rows, delta, weights[l]], [[settings.l2]]);
      for (const i of [0, 1]) {
        const program = once(`moment ${l} ${i}`, () =>
          programs.adamMomentProgram(arrangement, weightTiles[l], i === 1),
        );
        replace(moments[i], l, device.run(program, [moments[i][l], g], stopped));
      }
      device.free(g);
      const adam = once(`adam ${l}`, () => programs.adamProgram(arrangement, weightTiles[l]));
      next = device.run(
        adam,
        [weights[l], moments[0][l], moments[1][l]],
        [[adamRate(settings.learningRate, step)], ...stopped],
      );
    }
    if (settings.maxNorm > 0) {
      const bound = once(`bound ${l}`, () => programs.boundProgram(arrangement, weightTiles[l]));
      const norms = device.run(normOf(l), [next]);
      const bounded = device.run(bound, [next, norms], [[settings.maxNorm], ...stopped]);
      device.free(norms);
      device.free(next);
      next = bounded;
    }
    replace(weights, l, next);
  }

  function forgetLast(): void {
    device.free(last?.logits ?? null);
    device.free(last?.rows ?? null);
    last = null;
  }

  function step(batch: Batch, number: number, settings: StepSettings): void {
    forgetLast();
    const { p } = settings;
    const rows = device.upload(
      2 * rowsTile.height,
      2 * rowsTile.width,
      packRows(batch.rows, batch.labels, inputs, batch.count, rowsTile),
    );
    const input = maskInput(rows, rowsTile, spec.masks, p, number);
    const outputs = forward(input, rowsTile, spec.masks, p, number);
    const logits = outputs[depth - 1];
    const entropy = once('cross-entropy', () =>
      programs.crossEntropyProgram(arrangement, rowsTile, classes, labelColumn),
    );
    let delta = device.run(entropy, [logits, rows], [[batch.count]]);
    for (let l = depth - 1; l >= 0; l--) {
      const below = l === 0 ? input.matrix : outputs[l - 1];
      let next: TensorInfo | null = null;
      if (l > 0) {
        const used = active(spec.masks, p[l]);
        const program = once(`backward ${l} ${describe(used)}`, () =>
          programs.backwardProgram(arrangement, {
            examples: rowsTile,
            inputs: sizes[l],
            outputs: sizes[l + 1],
            activation,
            rule: used,
            maskLayer: l,
          }),
        );
        next = device.run(
          program,
          [delta, state.weights[l], below],
          maskValues(used, p[l], number),
        );
      }
      learn(l, below, l === 0 && input.shared, delta, number, settings);
      device.free(delta);
      if (next) delta = next;
      if (l > 0) device.free(below);
    }
    if (!input.shared) device.free(input.matrix);
    last = { logits, rows, count: batch.count };
  }

  async function losses(): Promise<Float32Array> {
    if (!last) return new Float32Array(members);
    const program = once('loss', () =>
      programs.lossProgram(arrangement, rowsTile, classes, labelColumn, sizes.slice(1)),
    );
    const norms = state.weights.map((weights, l) => device.run(normOf(l), [weights]));
    const matrix = device.run(program, [last.logits, last.rows, ...norms], [[last.count]]);
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
    const input = maskInput(rows, one, rule, p, 0);
    const outputs = forward(input, one, rule, p, 0);
    const program = once(`log-softmax ${one.height}`, () =>
      programs.logSoftmaxProgram(arrangement, one, classes),
    );
    const matrix = device.run(program, [outputs[depth - 1]]);
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

  function freeState(old: State | null, except: State | null): void {
    if (!old) return;
    const kept = new Set(except ? [...except.weights, ...except.moments.flat()] : []);
    for (const matrix of [...old.weights, ...old.moments.flat()]) {
      if (!kept.has(matrix)) device.free(matrix);
    }
  }

  function write(given: { parameters: Float32Array; moments?: readonly Float32Array[] }): void {
    freeState(state, marked);
    const matrices = (numbers: Float32Array) =>
      weightTiles.map((one, l) => {
        const [rows, columns] = tensorShape(one, members, across);
        return device.upload(rows, columns, packLayer(numbers, layout, l, one, across));
      });
    const zeros = new Float32Array(layout.total);
    state = {
      weights: matrices(given.parameters),
      moments: Array.from({ length: momentsOf(spec.optimizer) }, (_, i) =>
        matrices(given.moments?.[i] ?? zeros),
      ),
    };
  }

  async function readMatrices(matrices: TensorInfo[]): Promise<Float32Array<ArrayBuffer>> {
    const numbers = new Float32Array(layout.total);
    for (let l = 0; l < depth; l++) {
      const values = await device.read(matrices[l]);
      unpackLayer(values, numbers, layout, l, weightTiles[l], across);
    }
    return numbers;
  }

  return {
    spec,
    largestHold: Math.floor((2 * device.largest) / Math.ceil(members / across)),
    step,
    losses,
    mark() {
      const kept = { weights: [...state.weights], moments: state.moments.map((m) => [...m]) };
      freeState(marked, kept);
      marked = kept;
    },
    rollback() {
      if (!marked) return;
      freeState(state, marked);
      state = { weights: [...marked.weights], moments: marked.moments.map((m) => [...m]) };
    },
    stop(member) {
      if (member < 32) stoppedLow |= 1 << member;
      else stoppedHigh |= 1 << (member - 32);
    },
    hold,
    predict,
    async read() {
      // Taken now: training may replace the matrices while they are read.
      const { weights, moments } = state;
      return {
        parameters: await readMatrices(weights),
        moments: await Promise.all(moments.map(readMatrices)),
      };
    },
    write,
    dispose() {
      forgetLast();
      freeState(state, marked);
      freeState(marked, null);
      state = { weights: [], moments: [] };
      marked = null;
    },
  };
}

interface WebglHeld extends Held {
  matrix: TensorInfo;
  one: Tile;
}
