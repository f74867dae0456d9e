import type { TensorInfo } from '@tensorflow/tfjs-core';
import { adamRate, type StepSettings } from '../ensemble.ts';
import type { Networks } from './networks.ts';
import {
  adamMomentProgram,
  adamProgram,
  boundProgram,
  gradientProgram,
  normProgram,
  sgdProgram,
  type Program,
} from './programs/index.ts';
import type { State } from './state.ts';

/** The program of the squared norms of what enters each unit of layer `l`. */
export function normsOf({ program, arrangement, weightTiles }: Networks, l: number): Program {
  return program(`norm ${l}`, () => normProgram(arrangement, weightTiles[l]));
}

/**
 * One update of layer `l`, in `state`, from what entered it (`rows`, one tile for all members where
 * `sharedRows`) and the derivative by its pre-activations. `stopped` are the bits of the members that
 * keep what they have, as uniforms.
 */
export function learn(
  networks: Networks,
  state: State,
  l: number,
  rows: TensorInfo,
  sharedRows: boolean,
  delta: TensorInfo,
  step: number,
  settings: StepSettings,
  stopped: number[][],
): void {
  const { spec, device, arrangement, program, weightTiles, rowsTile } = networks;
  const { sizes } = spec;
  const weights = state.weights[l];
  const momentum = spec.optimizer === 'sgd';
  const gradient = program(`gradient ${l} ${sharedRows}`, () =>
    gradientProgram(arrangement, {
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
      [rows, delta, weights, state.moments[0][l]],
      [[settings.l2], [settings.momentum], ...stopped],
    );
    state.replaceMoment(0, l, velocity);
    const sgd = program(`sgd ${l}`, () => sgdProgram(arrangement, weightTiles[l]));
    next = device.run(sgd, [weights, velocity], [[settings.learningRate], ...stopped]);
  } else {
    const g = device.run(gradient, [rows, delta, weights], [[settings.l2]]);
    for (const i of [0, 1]) {
      const moment = program(`moment ${l} ${i}`, () =>
        adamMomentProgram(arrangement, weightTiles[l], i === 1),
      );
      state.replaceMoment(i, l, device.run(moment, [state.moments[i][l], g], stopped));
    }
    device.free(g);
    const adam = program(`adam ${l}`, () => adamProgram(arrangement, weightTiles[l]));
    next = device.run(
      adam,
      [weights, state.moments[0][l], state.moments[1][l]],
      [[adamRate(settings.learningRate, step)], ...stopped],
    );
  }
  if (settings.maxNorm > 0) {
    const bound = program(`bound ${l}`, () => boundProgram(arrangement, weightTiles[l]));
    const norms = device.run(normsOf(networks, l), [next]);
    const bounded = device.run(bound, [next, norms], [[settings.maxNorm], ...stopped]);
    device.free(norms);
    device.free(next);
    next = bounded;
  }
  state.replaceWeights(l, next);
}
