import { adam } from '../../ensemble.ts';
import type { Tile } from '../tiles.ts';
import { program, type Arrangement, type Program } from './program.ts';
import { stoppedGlsl, stoppedUniforms } from './stopped.ts';

/** A program on each number of a layer's weights, for members that are not stopped. */
function elementwise(
  arrangement: Arrangement,
  weights: Tile,
  inputs: string[],
  uniforms: { name: string; type: 'int' | 'float' }[],
  code: string,
): Program {
  return program(arrangement, {
    inputs,
    output: weights,
    uniforms: [...uniforms, ...stoppedUniforms],
    functions: stoppedGlsl,
    main: `
  ivec2 at = ivec2(gl_FragCoord.xy);
  vec4 old = texelFetch(${inputs[0]}, at, 0);
  if (stopped()) { setOutput(old); return; }
  ${code}`,
  });
}

/** w − η · velocity. */
export function sgdProgram(arrangement: Arrangement, weights: Tile): Program {
  return elementwise(
    arrangement,
    weights,
    ['Weights', 'Moment'],
    [{ name: 'rate', type: 'float' }],
    'setOutput(old - rate * texelFetch(Moment, at, 0));',
  );
}

/** Adam's first (`square` false) or second moment. */
export function adamMomentProgram(
  arrangement: Arrangement,
  weights: Tile,
  square: boolean,
): Program {
  const beta = square ? adam.beta2 : adam.beta1;
  return elementwise(
    arrangement,
    weights,
    ['Moment', 'Gradient'],
    [],
    `vec4 g = texelFetch(Gradient, at, 0);
  setOutput(${beta} * old + ${1 - beta} * ${square ? 'g * g' : 'g'});`,
  );
}

/** Adam's update, with both bias corrections in `rate`. */
export function adamProgram(arrangement: Arrangement, weights: Tile): Program {
  return elementwise(
    arrangement,
    weights,
    ['Weights', 'First', 'Second'],
    [{ name: 'rate', type: 'float' }],
    `setOutput(old - rate * texelFetch(First, at, 0) / (sqrt(texelFetch(Second, at, 0)) + ${adam.epsilon.toFixed(10)}));`,
  );
}

/** Squared norms of each unit's incoming weights: one row of texels a member. */
export function normProgram(arrangement: Arrangement, weights: Tile): Program {
  return program(arrangement, {
    inputs: ['Weights'],
    output: { height: 1, width: weights.width },
    main: `
  ivec2 weights = tileOf(member, ${weights.width}, ${weights.height});
  vec2 squares = vec2(0.0);
  for (int i = 0; i < ${weights.height - 1}; i++) {
    vec4 w = texelFetch(Weights, weights + ivec2(x, i), 0);
    squares += w.rg * w.rg + w.ba * w.ba;
  }
  setOutput(vec4(squares, squares));`,
  });
}

/** Weights scaled down where a unit's incoming norm is above `limit`; biases as they are. */
export function boundProgram(arrangement: Arrangement, weights: Tile): Program {
  return elementwise(
    arrangement,
    weights,
    ['Weights', 'Norms'],
    [{ name: 'limit', type: 'float' }],
    `if (y == ${weights.height - 1}) { setOutput(old); return; }
  vec4 norm = sqrt(texelFetch(Norms, tileOf(member, ${weights.width}, 1) + ivec2(x, 0), 0));
  setOutput(old * min(vec4(1.0), limit / max(norm, vec4(1e-30))));`,
  );
}
