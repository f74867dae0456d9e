import { streams } from '#lib/random/key.ts';
import type { MaskRule } from '../masks.ts';

/** pcg4d in GLSL ES 3.00: the twin of `random/pcg4d.ts`, word for word. */
const pcg4d = `
uvec4 pcg4d(uvec4 v) {
  v = v * 1664525u + 1013904223u;
  v.x += v.y * v.w; v.y += v.z * v.x; v.z += v.x * v.y; v.w += v.y * v.z;
  v ^= v >> 16u;
  v.x += v.y * v.w; v.y += v.z * v.x; v.z += v.x * v.y; v.w += v.y * v.z;
  return v;
}`;

/** Uniforms of a masked program; `maskUniformValues` gives them in this order. */
export const maskUniforms = [
  { name: 'maskSeed', type: 'int' as const },
  { name: 'maskStep', type: 'int' as const },
  { name: 'maskFirst', type: 'int' as const },
  { name: 'maskLimit', type: 'int' as const },
  { name: 'maskScale', type: 'float' as const },
];

/** The words (row, step, key) of an example's mask, as in `maskWords` of `masks.ts`. */
function wordsOf(rule: MaskRule, layer: number): string {
  const keyed = (stream: number, member: string) =>
    `pcg4d(uvec4(uint(maskSeed), ${stream}u, ${layer}u, uint(${member}))).x`;
  switch (rule.kind) {
    case 'none':
      return 'return uvec3(0u);';
    case 'fresh':
      return `return uvec3(uint(row), uint(maskStep), ${keyed(streams.trainingMask, 'member')});`;
    case 'member':
      return `return uvec3(0u, 0u, ${keyed(streams.memberMask, 'maskFirst + member')});`;
    case 'choice':
      // The high word of the 64-bit product word · masks, for masks < 2¹⁶.
      return `
  uint choiceKey = pcg4d(uvec4(uint(maskSeed), ${streams.memberChoice}u, 0u, 0u)).x;
  uint w = pcg4d(uvec4(0u, uint(row), uint(maskStep), choiceKey)).x;
  uint chosen = ((w >> 16u) * ${rule.masks}u + (((w & 0xffffu) * ${rule.masks}u) >> 16u)) >> 16u;
  return uvec3(0u, 0u, ${keyed(streams.memberMask, 'chosen')});`;
    case 'subnetworks':
      return `return uvec3(0u, 0u, ${keyed(streams.averagingMask, 'maskFirst + member')});`;
  }
}

/**
 * `vec4 maskAt(int member, int x, int y)`: the factors 1/(1 − p) or 0 of the 2×2 block of units 2x,
 * 2x + 1 and examples 2y, 2y + 1, in tfjs's packed order (row by row). Two hashes: four neighbouring
 * units share one (see `random/word.ts`).
 */
export function maskGlsl(rule: MaskRule, layer: number): string {
  if (rule.kind === 'none') return '';
  return `${pcg4d}
uvec3 maskWords(int member, int row) {
  ${wordsOf(rule, layer)}
}
vec4 maskAt(int member, int x, int y) {
  uvec3 upper = maskWords(member, 2 * y);
  uvec3 lower = maskWords(member, 2 * y + 1);
  uint block = uint(x) >> 1u;
  uvec4 a = pcg4d(uvec4(block, upper));
  uvec4 b = pcg4d(uvec4(block, lower));
  uvec4 words = (x & 1) == 1 ? uvec4(a.zw, b.zw) : uvec4(a.xy, b.xy);
  bvec4 kept = greaterThanEqual(words >> 8u, uvec4(uint(maskLimit)));
  return vec4(kept) * maskScale;
}`;
}
