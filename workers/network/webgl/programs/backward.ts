import type { Activation } from '../../activations.ts';
import type { MaskRule } from '../../masks.ts';
import { maskGlsl, maskUniforms } from '../mask.glsl.ts';
import type { Tile } from '../tiles.ts';
import { program, zeroBeyond, type Arrangement, type Program } from './program.ts';

/** δ below a layer: (δ · weightsᵀ) · mask · slope. The mask is made anew, not stored. */
export function backwardProgram(
  arrangement: Arrangement,
  layer: {
    examples: Tile;
    inputs: number;
    outputs: number;
    activation: Activation;
    rule: MaskRule;
    maskLayer: number;
  },
): Program {
  const output: Tile = { height: layer.examples.height, width: Math.ceil(layer.inputs / 2) };
  const outputs = Math.ceil(layer.outputs / 2);
  const masked = layer.rule.kind !== 'none';
  return program(arrangement, {
    inputs: ['Delta', 'Weights', 'Hidden'],
    output,
    uniforms: masked ? maskUniforms : [],
    functions: maskGlsl(layer.rule, layer.maskLayer),
    main: `
  ivec2 delta = tileOf(member, ${outputs}, ${output.height});
  ivec2 weights = tileOf(member, ${outputs}, ${output.width + 1});
  vec4 d = vec4(0.0);
  for (int j = 0; j < ${outputs}; j++) {
    vec4 a = texelFetch(Delta, delta + ivec2(j, y), 0);
    vec4 b = texelFetch(Weights, weights + ivec2(j, x), 0);
    d += a.rrbb * b.rbrb + a.ggaa * b.gaga;
  }
  vec4 a = texelFetch(Hidden, tileOf(member, ${output.width}, ${output.height}) + ivec2(x, y), 0);
  ${
    masked
      ? `vec4 mask = maskAt(member, x, y);
  if (maskScale > 0.0) a /= maskScale;
  d *= mask;`
      : ''
  }
  d *= ${layer.activation.glslSlope};
  ${zeroBeyond(layer.inputs, 'd')}
  setOutput(d);`,
  });
}
