import type { Tile } from '../tiles.ts';
import { program, zeroBeyond, type Arrangement, type Program } from './program.ts';

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
