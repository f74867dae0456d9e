import { tensorShape, tileGlsl, type Tile } from '../tiles.ts';

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

export function program(arrangement: Arrangement, parts: Parts): Program {
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
export function zeroBeyond(columns: number, value: string): string {
  return columns % 2 === 0
    ? ''
    : `if (x == ${(columns - 1) / 2}) ${value} *= vec4(1.0, 0.0, 1.0, 0.0);`;
}
