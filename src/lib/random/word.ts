import { pcg4d } from './pcg4d.ts';

const scratch = new Uint32Array(4);

/**
 * The random 32-bit word of one unit: a pure function of `unit`, `row`, `step` and `key`.
 *
 * Four neighbouring units share one hash, each taking one of its four words: the hash is a quarter of
 * the cost of a mask, and a WebGL program that writes 2×2 blocks needs two hashes instead of four.
 */
export function word(unit: number, row: number, step: number, key: number): number {
  pcg4d(unit >>> 2, row, step, key, scratch);
  return scratch[unit & 3];
}

/** The words of units 0 … out.length − 1 at one row and step. Equal to calling `word` for each. */
export function words(row: number, step: number, key: number, out: Uint32Array): void {
  for (let unit = 0; unit < out.length; unit += 4) {
    pcg4d(unit >>> 2, row, step, key, scratch);
    const lanes = Math.min(4, out.length - unit);
    for (let lane = 0; lane < lanes; lane++) out[unit + lane] = scratch[lane];
  }
}
