import type { Activation } from '../activations.ts';
import { adam } from '../ensemble.ts';
import type { MaskRule } from '../masks.ts';
import { maskGlsl, maskUniforms } from './mask.glsl.ts';
import { tensorShape, tileGlsl, type Tile } from './tiles.ts';

/**
 * The WebGL programs of one training step. Each is fused as far as its data dependencies allow, since
 * on a GPU the fixed cost of a program is nearly all of a small network's step.
 */

/** A tfjs `GPGPUProgram` on packed textures. */
export interface Program {
  variableNames: string[];
  outputShape: number[];
  userCode: string;
  packedInputs: true;
  packedOutput: true;
  customUniforms: { name: string; type: 'int' | 'float' }[];
}

interface Parts {
  inputs: string[];
  output: Tile;
  uniforms?: { name: string; type: 'int' | 'float' }[];
  functions?: string;
  main: string;
}

/** Shape and arrangement that all programs of an ensemble share. */
export interface Arrangement {
  members: number;
  across: number;
}

function program(arrangement: Arrangement, parts: Parts): Program {
  const { members, across } = arrangement;
  return {
    variableNames: parts.inputs,
    outputShape: tensorShape(parts.output, members, across),
    packedInputs: true,
    packedOutput: true,
    customUniforms: parts.uniforms ?? [],
    userCode: `
precision highp int;
${tileGlsl(parts.output, across)}
${parts.functions ?? ''}
void main() {
  locate();
  if (member >= ${members}) { setOutput(vec4(0.0)); return; }
  ${parts.main}
}`,
  };
}

/** GLSL that zeroes the columns beyond `columns`: only the last of an odd number. */
function zeroBeyond(columns: number, value: string): string {
  return columns % 2 === 0
    ? ''
    : `if (x == ${(columns - 1) / 2}) ${value} *= vec4(1.0, 0.0, 1.0, 0.0);`;
}

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

/** GLSL: the largest logit of two examples and the sum of the exponentials above it. */
function normaliser(classes: number): string {
  const half = Math.ceil(classes / 2);
  const odd = classes % 2 === 1;
  const second = (code: string) => (odd ? `if (j < ${half - 1}) { ${code} }` : code);
  return `
void normalise(ivec2 logits, out vec2 largest, out vec2 sum) {
  largest = texelFetch(Logits, logits + ivec2(0, y), 0).rb;
  for (int j = 0; j < ${half}; j++) {
    vec4 v = texelFetch(Logits, logits + ivec2(j, y), 0);
    largest = max(largest, v.rb);
    ${second('largest = max(largest, v.ga);')}
  }
  sum = vec2(0.0);
  for (int j = 0; j < ${half}; j++) {
    vec4 v = texelFetch(Logits, logits + ivec2(j, y), 0);
    sum += exp(v.rb - largest);
    ${second('sum += exp(v.ga - largest);')}
  }
}`;
}

/** δ of the logits: (softmax − one-hot)/count; zero for rows beyond `count`. Labels stand behind the inputs. */
export function crossEntropyProgram(
  arrangement: Arrangement,
  examples: Tile,
  classes: number,
  labelColumn: number,
): Program {
  const output: Tile = { height: examples.height, width: Math.ceil(classes / 2) };
  return program(arrangement, {
    inputs: ['Logits', 'Rows'],
    output,
    uniforms: [{ name: 'count', type: 'int' }],
    functions: normaliser(classes),
    main: `
  ivec2 logits = tileOf(member, ${output.width}, ${output.height});
  vec2 largest, sum;
  normalise(logits, largest, sum);
  vec2 label = texelFetch(Rows, ivec2(${labelColumn}, y), 0).rb;
  vec4 v = texelFetch(Logits, logits + ivec2(x, y), 0);
  vec4 probability = exp(v - largest.xxyy) / sum.xxyy;
  vec4 unit = vec4(2 * x, 2 * x + 1, 2 * x, 2 * x + 1);
  vec4 delta = (probability - vec4(equal(unit, label.xxyy))) / float(count);
  if (2 * y >= count) delta.rg = vec2(0.0);
  if (2 * y + 1 >= count) delta.ba = vec2(0.0);
  ${zeroBeyond(classes, 'delta')}
  setOutput(delta);`,
  });
}

/**
 * Mean cross-entropy of each member over the first `count` examples: one texel a member. NaN where a
 * squared norm of the weights is not finite.
 */
export function lossProgram(
  arrangement: Arrangement,
  examples: Tile,
  classes: number,
  labelColumn: number,
  /** Units of each layer from the first hidden one: `Norms0`, … are their squared incoming norms. */
  units: readonly number[],
): Program {
  const logits: Tile = { height: examples.height, width: Math.ceil(classes / 2) };
  return program(arrangement, {
    inputs: ['Logits', 'Rows', ...units.map((_, l) => `Norms${l}`)],
    output: { height: 1, width: 1 },
    uniforms: [{ name: 'count', type: 'int' }],
    functions: normaliser(classes),
    main: `
  ivec2 logits = tileOf(member, ${logits.width}, ${logits.height});
  float loss = 0.0;
  for (y = 0; 2 * y < count; y++) {
    vec2 largest, sum;
    normalise(logits, largest, sum);
    ivec2 label = ivec2(texelFetch(Rows, ivec2(${labelColumn}, y), 0).rb + 0.5);
    vec4 a = texelFetch(Logits, logits + ivec2(label.x / 2, y), 0);
    vec4 b = texelFetch(Logits, logits + ivec2(label.y / 2, y), 0);
    loss += largest.x + log(sum.x) - ((label.x & 1) == 1 ? a.g : a.r);
    if (2 * y + 1 < count) loss += largest.y + log(sum.y) - ((label.y & 1) == 1 ? b.a : b.b);
  }
  float squares = 0.0;
  ${units
    .map((n, l) => {
      const width = Math.ceil(n / 2);
      return `for (int j = 0; j < ${width}; j++) {
    vec4 v = texelFetch(Norms${l}, tileOf(member, ${width}, 1) + ivec2(j, 0), 0);
    squares += v.r + v.g;
  }`;
    })
    .join('\n  ')}
  // Inf − Inf and NaN are no number: either makes the loss one that shows.
  setOutput(vec4(loss / float(count) + (squares - squares), 0.0, 0.0, 0.0));`,
  });
}

/** Log-probabilities from logits. */
export function logSoftmaxProgram(
  arrangement: Arrangement,
  examples: Tile,
  classes: number,
): Program {
  const output: Tile = { height: examples.height, width: Math.ceil(classes / 2) };
  return program(arrangement, {
    inputs: ['Logits'],
    output,
    functions: normaliser(classes),
    main: `
  ivec2 logits = tileOf(member, ${output.width}, ${output.height});
  vec2 largest, sum;
  normalise(logits, largest, sum);
  vec4 v = texelFetch(Logits, logits + ivec2(x, y), 0);
  setOutput(v - (largest + log(sum)).xxyy);`,
  });
}

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

/** Members that are stopped, as bits: 32 in each of two numbers. */
const stoppedUniforms = [
  { name: 'stoppedLow', type: 'int' as const },
  { name: 'stoppedHigh', type: 'int' as const },
];
const stoppedGlsl = `
bool stopped() {
  return ((member < 32 ? stoppedLow >> member : stoppedHigh >> (member - 32)) & 1) == 1;
}`;

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
