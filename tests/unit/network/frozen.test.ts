import { describe, expect, it } from 'vitest';
import { key, streams } from '#lib/random/key.ts';
import { pcg4d } from '#lib/random/pcg4d.ts';
import { word, words } from '#lib/random/word.ts';
import { chosenMask, fillMask, type MaskRule } from '#workers/network/masks.ts';

/**
 * These numbers may never change. A link or a result file holds an experiment and its seeds, not its
 * masks and weights: whoever opens it later gets the same run only as long as every word comes out the
 * same. They come from a second implementation of the paper's listing, in Python with unbounded
 * integers, so that they pin the hash itself and not this code's idea of it.
 */
describe('frozen: random numbers are', () => {
  it('the hash pcg4d', () => {
    const hash = (...x: [number, number, number, number]) => {
      const out = new Uint32Array(4);
      pcg4d(...x, out);
      return [...out];
    };
    expect(hash(0, 0, 0, 0)).toEqual([251852841, 760645481, 850445371, 3542436074]);
    expect(hash(1, 2, 3, 4)).toEqual([908250390, 4044648920, 3775961919, 45698095]);
    const largest = 2 ** 32 - 1;
    expect(hash(largest, largest, largest, largest)).toEqual([
      2538526866, 3222658151, 2677364576, 2713428488,
    ]);
    expect(hash(63, 49, 799, 123456789)).toEqual([4102950182, 2250989040, 4170503469, 3633548395]);
  });

  it('the keys of streams', () => {
    expect(key(0, streams.trainingMask)).toBe(3246346623);
    expect(key(1, streams.trainingMask, 2, 3)).toBe(1010744195);
    expect(key(4294967295, streams.initialWeights, 1, 7)).toBe(3436745349);
    expect(streams).toEqual({
      dataPoint: 1,
      dataLabel: 2,
      dataSplit: 3,
      dataNoise: 4,
      initialWeights: 16,
      order: 32,
      trainingMask: 48,
      memberMask: 49,
      memberChoice: 50,
      averagingMask: 51,
      inputNoise: 52,
      stackInput: 64,
      stackGradient: 65,
      factor: 66,
      recurrence: 67,
    });
  });

  it('the words of units, one hash for four of them', () => {
    const expected = [4187780849, 3470090560, 217604796, 3252987820, 2927449355, 255209004];
    expect(expected.map((_, unit) => word(unit, 7, 42, 0xdeadbeef))).toEqual(expected);
    const out = new Uint32Array(expected.length);
    words(7, 42, 0xdeadbeef, out);
    expect([...out]).toEqual(expected);
  });
});

describe('frozen: masks (seed 5, layer 1, member 2, row 3, step 17, 40 units) are', () => {
  const mask = (rule: MaskRule, p: number) => {
    const out = new Float64Array(40);
    fillMask(rule, p, 1, 2, 3, 17, out);
    return [...out].map((factor) => (factor === 0 ? '0' : '1')).join('');
  };

  it('fresh ones', () => {
    const rule = { kind: 'fresh', seed: 5 } as const;
    expect(mask(rule, 0.5)).toBe('0111110110011100111010011111011011111000');
    expect(mask(rule, 0.2)).toBe('1111110111011111111111111111011111111100');
  });

  it("a member's", () => {
    const expected = '0010001011101011000101111000001101101011';
    expect(mask({ kind: 'member', seed: 5 }, 0.5)).toBe(expected);
  });

  it('a choice among four', () => {
    const chosen = Array.from({ length: 12 }, (_, row) => chosenMask(5, 4, row, 17));
    expect(chosen).toEqual([0, 1, 1, 0, 2, 0, 3, 2, 1, 0, 1, 0]);
    const expected = '0011010010101010010100110001110011001100';
    expect(mask({ kind: 'choice', seed: 5, masks: 4 }, 0.5)).toBe(expected);
  });

  it('a subnetwork for averaging', () => {
    const expected = '1011111000010110001001010111101111010010';
    expect(mask({ kind: 'subnetworks', seed: 5, first: 100 }, 0.5)).toBe(expected);
  });
});
