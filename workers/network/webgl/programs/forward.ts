import type { Activation } from '../../activations.ts';
import type { MaskRule } from '../../masks.ts';
import { maskGlsl, maskUniforms } from '../mask.glsl.ts';
import type { Tile } from '../tiles.ts';
import { program, zeroBeyond, type Arrangement, type Program } from './program.ts';

/** One dense layer and what follows it: h = mask · activation(rows · weights + bias). */
export function forwardProgram(
  arrangement: Arrangement,
  layer: {
    /** Rows `[examples, inputs]`: one tile for all members, or one a member. */
    rows: Tile;
    sharedRows: boolean;
    inputs: number;
    outputs: number;
    /** null for the output layer: logits. */
    activation: Activation | null;
    rule: MaskRule;
    /** The number of the mask's layer: 0 is the input. */
    maskLayer: number;
  },
): Program {
  const half = Math.ceil(layer.inputs / 2);
  const output: Tile = { height: layer.rows.height, width: Math.ceil(layer.outputs / 2) };
  const masked = layer.rule.kind !== 'none';
  const start = layer.sharedRows
    ? 'ivec2(0)'
    : `tileOf(member, ${layer.rows.width}, ${layer.rows.height})`;
  return program(arrangement, {
    inputs: ['Rows', 'Weights'],
    output,
    uniforms: masked ? maskUniforms : [],
    functions: maskGlsl(layer.rule, layer.maskLayer),
    main: `
  ivec2 rows = ${start};
  ivec2 weights = tileOf(member, ${output.width}, ${half + 1});
  vec4 z = texelFetch(Weights, weights + ivec2(x, ${half}), 0).rgrg;
  for (int i = 0; i < ${half}; i++) {
    vec4 a = texelFetch(Rows, rows + ivec2(i, y), 0);
    vec4 b = texelFetch(Weights, weights + ivec2(x, i), 0);
    z += a.rrbb * b.rgrg + a.ggaa * b.baba;
  }
  vec4 h = ${layer.activation ? layer.activation.glslValue : 'z'};
  ${masked ? 'h *= maskAt(member, x, y);' : ''}
  ${zeroBeyond(layer.outputs, 'h')}
  setOutput(h);`,
  });
}

/** The input under each member's own mask: one tile a member. */
export function maskedInputProgram(
  arrangement: Arrangement,
  rows: Tile,
  inputs: number,
  rule: MaskRule,
): Program {
  return program(arrangement, {
    inputs: ['Rows'],
    output: rows,
    uniforms: maskUniforms,
    functions: maskGlsl(rule, 0),
    main: `
  vec4 h = texelFetch(Rows, ivec2(x, y), 0);
  if (x < ${Math.ceil(inputs / 2)}) h *= maskAt(member, x, y);
  setOutput(h);`,
  });
}
