import type { Tile } from '../tiles.ts';
import { program, type Arrangement, type Program } from './program.ts';
import { stoppedGlsl, stoppedUniforms } from './stopped.ts';

/** The weight matrix of a layer with its biases in a last pair of rows: `[inputs + 2, outputs]`. */
export function weightTile(inputs: number, outputs: number): Tile {
  return { height: Math.ceil(inputs / 2) + 1, width: Math.ceil(outputs / 2) };
}

/**
 * The gradient of weights and biases, with the L2 term; with `momentum` the new velocity
 * μ · moment + gradient.
 */
export function gradientProgram(
  arrangement: Arrangement,
  layer: {
    rows: Tile;
    sharedRows: boolean;
    inputs: number;
    outputs: number;
    momentum: boolean;
  },
): Program {
  const output = weightTile(layer.inputs, layer.outputs);
  const start = layer.sharedRows
    ? 'ivec2(0)'
    : `tileOf(member, ${layer.rows.width}, ${layer.rows.height})`;
  return program(arrangement, {
    inputs: ['Rows', 'Delta', 'Weights', ...(layer.momentum ? ['Moment'] : [])],
    output,
    uniforms: [
      { name: 'l2', type: 'float' },
      ...(layer.momentum ? [{ name: 'momentum', type: 'float' as const }, ...stoppedUniforms] : []),
    ],
    functions: layer.momentum ? stoppedGlsl : '',
    main: `
  ivec2 at = ivec2(gl_FragCoord.xy);
  ${layer.momentum ? 'if (stopped()) { setOutput(texelFetch(Moment, at, 0)); return; }' : ''}
  ivec2 rows = ${start};
  ivec2 delta = tileOf(member, ${output.width}, ${layer.rows.height});
  vec4 g = vec4(0.0);
  if (y < ${output.height - 1}) {
    for (int b = 0; b < ${layer.rows.height}; b++) {
      vec4 h = texelFetch(Rows, rows + ivec2(y, b), 0);
      vec4 d = texelFetch(Delta, delta + ivec2(x, b), 0);
      g += h.rrgg * d.rgrg + h.bbaa * d.baba;
    }
    if (l2 != 0.0) g += l2 * texelFetch(Weights, at, 0);
  } else {
    for (int b = 0; b < ${layer.rows.height}; b++) {
      vec4 d = texelFetch(Delta, delta + ivec2(x, b), 0);
      g.rg += d.rg + d.ba;
    }
  }
  ${layer.momentum ? 'g += momentum * texelFetch(Moment, at, 0);' : ''}
  setOutput(g);`,
  });
}
