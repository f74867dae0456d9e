import { describe, expect, it } from 'vitest';
import { generator } from '#lib/random/generator.ts';
import {
  f16round,
  float16Bits,
  float16FromBits,
  float16Limits,
} from '#workers/reference/float16.ts';
import { float16 } from '#workers/reference/precision.ts';

/** Every float16, in the order of its bits, by text: digits of the binary number, written out. */
const table = Array.from({ length: 65_536 }, (_, bits) => {
  const digits = bits.toString(2).padStart(16, '0');
  const sign = digits[0] === '1' ? -1 : 1;
  const exponent = parseInt(digits.slice(1, 6), 2);
  const fraction = parseInt(digits.slice(6), 2);
  if (exponent === 31) return fraction === 0 ? sign / 0 : NaN;
  const steps = exponent === 0 ? fraction : (1_024 + fraction) * 2 ** (exponent - 1);
  return (sign * steps) / 16_777_216;
});

/** The finite magnitudes, rising; the next one would be 2¹⁶. */
const magnitudes = table.slice(0, 0x7c00);

/** The nearest entry of the table by bisection; ties go to the even entry. */
function nearest(x: number): number {
  if (Number.isNaN(x)) return x;
  const magnitude = Math.abs(x);
  let [low, high] = [0, magnitudes.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (magnitudes[middle] <= magnitude) low = middle;
    else high = middle;
  }
  const above = low + 1 < magnitudes.length ? magnitudes[low + 1] : 65_536;
  // Both differences are exact, by Sterbenz's lemma, or one of them is far the larger.
  const [down, up] = [magnitude - magnitudes[low], above - magnitude];
  const index = up < down || (up === down && low % 2 === 1) ? low + 1 : low;
  const value = index === magnitudes.length ? Infinity : magnitudes[index];
  return x < 0 || Object.is(x, -0) ? -value : value;
}

/** Numbers of every size that a float64 has around the range of a float16, of either sign. */
function anyNumber(random = generator(1)): () => number {
  return () => random.normal() * 2 ** (60 * random.uniform() - 40);
}

describe('rounding to float16', () => {
  it('leaves all 65,536 of them as they are, NaN and the sign of zero included', () => {
    for (const x of table) expect(Object.is(f16round(x), x)).toBe(true);
  });

  it('goes to the nearer neighbour, and halfway to the even one', () => {
    for (let i = 0; i < magnitudes.length; i++) {
      const next = i + 1 < magnitudes.length ? magnitudes[i + 1] : 65_536;
      const half = (magnitudes[i] + next) / 2;
      const step = half * 2 ** -52;
      for (const x of [half - step, half, half + step]) {
        if (!Object.is(f16round(x), nearest(x)) || f16round(-x) !== -nearest(x))
          expect.fail(`${x} becomes ${f16round(x)}, not ${nearest(x)}`);
      }
    }
  });

  it('agrees with the table on 100,000 sums and products, and with the engine where it has one', () => {
    const engine = (Math as { f16round?: (x: number) => number }).f16round;
    const draw = anyNumber();
    for (let i = 0; i < 100_000; i++) {
      const [a, b] = [f16round(draw()), f16round(draw())];
      for (const x of [a + b, a * b]) {
        if (!Object.is(f16round(x), nearest(x))) expect.fail(`${a}, ${b}: ${f16round(x)}`);
        if (engine && !Object.is(f16round(x), engine(x))) expect.fail(`engine on ${x}`);
      }
    }
  });

  it('rounds once: not by way of float32, which would move a number twice', () => {
    // Just above the tie of 1 and 1 + 2⁻¹⁰; float32 forgets that, and the tie goes to 1.
    const x = 1 + 2 ** -11 + 2 ** -40;
    expect(f16round(x)).toBe(1 + 2 ** -10);
    expect(f16round(Math.fround(x))).toBe(1);
  });

  it('has the range of half precision', () => {
    expect(float16Limits.largest).toBe(magnitudes[magnitudes.length - 1]);
    expect(f16round(65_519.999)).toBe(65_504);
    expect(f16round(65_520)).toBe(Infinity);
    expect(f16round(-1e300)).toBe(-Infinity);
    expect(float16Limits.smallestNormal).toBeCloseTo(6.104e-5, 8);
    expect(float16Limits.smallestSubnormal).toBeCloseTo(5.96e-8, 10);
    expect(f16round(2 ** -24)).toBe(2 ** -24);
    expect(f16round(2 ** -25)).toBe(0);
    expect(f16round(2 ** -25 * (1 + 2 ** -52))).toBe(2 ** -24);
    expect(Object.is(f16round(-(2 ** -26)), -0)).toBe(true);
    expect(f16round(5e-324)).toBe(0);
  });
});

describe('the bits of a float16', () => {
  it('give every number back, and every number its bits', () => {
    for (let bits = 0; bits < table.length; bits++) {
      const x = float16FromBits(bits);
      if (!Object.is(x, table[bits])) expect.fail(`${bits} stands for ${x}`);
      if (!Number.isNaN(x) && float16Bits(x) !== bits) expect.fail(`${x} has ${float16Bits(x)}`);
    }
    expect(float16Bits(NaN)).toBe(0x7e00);
  });

  it('are those of the rounded number', () => {
    expect(float16Bits(0.1)).toBe(0x2e66);
    expect(float16Bits(1e6)).toBe(0x7c00);
    expect(float16Bits(-1e-9)).toBe(0x8000);
  });

  it('of any other number are refused', () => {
    for (const bits of [-1, 65_536, 0.5, NaN])
      expect(() => float16FromBits(bits)).toThrow(RangeError);
  });
});

describe('the half precision of the reference', () => {
  it('sums in float32: 2,048 ones and one more are 2,049, which float16 has not', () => {
    let total = 0;
    for (let i = 0; i < 2_049; i++) total = float16.sum(total + 1);
    expect(total).toBe(2_049);
    expect(float16.round(total)).toBe(2_048);
  });
});
