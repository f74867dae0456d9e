import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pcg4d } from '#lib/random/pcg4d.ts';

/** The hash as the paper's listing writes it, in whole numbers modulo 2³². */
function listing(v: number[]): number[] {
  const word = (n: bigint) => BigInt.asUintN(32, n);
  let [x, y, z, w] = v.map((n) => word(BigInt(n) * 1664525n + 1013904223n));
  x = word(x + y * w);
  y = word(y + z * x);
  z = word(z + x * y);
  w = word(w + y * z);
  [x, y, z, w] = [x, y, z, w].map((n) => n ^ (n >> 16n));
  x = word(x + y * w);
  y = word(y + z * x);
  z = word(z + x * y);
  w = word(w + y * z);
  return [x, y, z, w].map(Number);
}

function hash(x: number, y: number, z: number, w: number): number[] {
  const out = new Uint32Array(4);
  pcg4d(x, y, z, w, out);
  return [...out];
}

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('pcg4d', () => {
  // Frozen: every mask, every initial weight and every drawn digit follows from these numbers, and the
  // WebGL twin is held to them too. Were one to change, no link and no stored result would replay.
  test.each([
    [
      [0, 0, 0, 0],
      [251852841, 760645481, 850445371, 3542436074],
    ],
    [
      [1, 2, 3, 4],
      [908250390, 4044648920, 3775961919, 45698095],
    ],
    [
      [0, 1, 0, 0],
      [714961320, 2705120663, 3922238478, 3300362316],
    ],
    [
      [4294967295, 4294967295, 4294967295, 4294967295],
      [2538526866, 3222658151, 2677364576, 2713428488],
    ],
  ])('of %j is, and stays, %j', (input, output) => {
    expect(hash(...(input as [number, number, number, number]))).toEqual(output);
  });

  test('is the listing of the paper, for any four words', () => {
    fc.assert(
      fc.property(word, word, word, word, (x, y, z, w) => {
        expect(hash(x, y, z, w)).toEqual(listing([x, y, z, w]));
      }),
    );
  });

  // Only so much may be asked: the highest bits of a word reach few of the lowest bits of the output. No
  // counter gets there, and a mask leaves the lowest eight bits of a word out.
  test.each([0, 1, 2, 3])(
    'turns half of the bits of a mask when a counter in word %i moves',
    (axis) => {
      const trials = 20_000;
      let turned = 0;
      for (let i = 0; i < trials; i++) {
        const input: [number, number, number, number] = [i, 3 * i, 7, 123456789];
        const before = hash(...input);
        input[axis] ^= 1 << (i % 16);
        hash(...input).forEach((after, word) => {
          for (let d = (before[word] ^ after) >>> 8; d !== 0; d &= d - 1) turned++;
        });
      }
      expect(Math.abs(turned / (trials * 4 * 24) - 0.5)).toBeLessThan(0.01);
    },
  );
});
