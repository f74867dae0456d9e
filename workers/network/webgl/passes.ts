import type { TensorInfo } from '@tensorflow/tfjs-core';
import { threshold } from '#lib/random/threshold.ts';
import { activations } from '../activations.ts';
import { keptScale, type MaskRule } from '../masks.ts';
import type { Networks } from './networks.ts';
import { backwardProgram, forwardProgram, maskedInputProgram } from './programs/index.ts';
import type { Tile } from './tiles.ts';

/** How the examples of a pass are masked: by which rule, at which drop probabilities, at which step. */
export interface Masking {
  rule: MaskRule;
  p: readonly number[];
  step: number;
}

/** What enters the first layer. */
export interface Input {
  matrix: TensorInfo;
  /** The tile of one member. */
  one: Tile;
  /** Whether all members see one tile: none of them has a mask of its own. */
  shared: boolean;
}

/** The rule for layer `l` (0 is the input), or none where nothing is dropped there. */
function ruleAt({ rule, p }: Masking, l: number): MaskRule {
  return p[l] ? rule : { kind: 'none' };
}

/** Values for `maskUniforms`, for layer `l`. */
function maskValues(masking: Masking, l: number): number[][] {
  const rule = ruleAt(masking, l);
  if (rule.kind === 'none') return [];
  const { p, step } = masking;
  const first = rule.kind === 'subnetworks' || rule.kind === 'member' ? (rule.first ?? 0) : 0;
  return [[rule.seed | 0], [step], [first], [threshold(p[l])], [keptScale(p[l])]];
}

/** Names the part of a rule that is compiled into a program, to tell programs apart. */
function describe(rule: MaskRule): string {
  return rule.kind === 'choice' ? `choice${rule.masks}` : rule.kind;
}

/** The examples under each member's input mask: `rows` themselves where there is none. */
export function maskInput(
  { spec, device, arrangement, program }: Networks,
  rows: TensorInfo,
  one: Tile,
  masking: Masking,
): Input {
  const rule = ruleAt(masking, 0);
  if (rule.kind === 'none') return { matrix: rows, one, shared: true };
  const masked = program(`input ${one.height} ${describe(rule)}`, () =>
    maskedInputProgram(arrangement, one, spec.sizes[0], rule),
  );
  return { matrix: device.run(masked, [rows], maskValues(masking, 0)), one, shared: false };
}

/** Runs all layers; returns the activations of each, and the logits last. The caller frees them. */
export function forward(
  { spec, device, arrangement, program }: Networks,
  weights: readonly TensorInfo[],
  { matrix, one, shared }: Input,
  masking: Masking,
): TensorInfo[] {
  const { sizes } = spec;
  const outputs: TensorInfo[] = [];
  let rows = matrix;
  weights.forEach((layerWeights, l) => {
    const hidden = l < weights.length - 1;
    const rule: MaskRule = hidden ? ruleAt(masking, l + 1) : { kind: 'none' };
    const sharedRows = l === 0 && shared;
    const layer = program(`forward ${l} ${one.height} ${sharedRows} ${describe(rule)}`, () =>
      forwardProgram(arrangement, {
        rows: l === 0 ? one : { height: one.height, width: Math.ceil(sizes[l] / 2) },
        sharedRows,
        inputs: sizes[l],
        outputs: sizes[l + 1],
        activation: hidden ? activations[spec.activation] : null,
        rule,
        maskLayer: l + 1,
      }),
    );
    rows = device.run(layer, [rows, layerWeights], hidden ? maskValues(masking, l + 1) : []);
    outputs.push(rows);
  });
  return outputs;
}

/** The derivative by the pre-activations below layer `l`, from that above it; `below` are the activations. */
export function backward(
  { spec, device, arrangement, program, rowsTile }: Networks,
  weights: TensorInfo,
  l: number,
  delta: TensorInfo,
  below: TensorInfo,
  masking: Masking,
): TensorInfo {
  const rule = ruleAt(masking, l);
  const layer = program(`backward ${l} ${describe(rule)}`, () =>
    backwardProgram(arrangement, {
      examples: rowsTile,
      inputs: spec.sizes[l],
      outputs: spec.sizes[l + 1],
      activation: activations[spec.activation],
      rule,
      maskLayer: l,
    }),
  );
  return device.run(layer, [delta, weights, below], maskValues(masking, l));
}
