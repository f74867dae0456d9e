import { describe, expect, it } from 'vitest';
import { fillMask, keptScale } from '#workers/network/masks.ts';

/** Inverted dropout: h′ = m·h/(1 − p), m = 0 with probability p. */

const activations = [0.3, -1.7, 2, 0.01, -4, 0.9, 1.1, -0.2, 5, 0.6];
const probabilities = [0.1, 0.2, 0.5, 0.8];

/** Every mask of n units with its probability ∏ p^(1−m) (1−p)^m. */
function* masks(n: number, p: number) {
  for (let bits = 0; bits < 2 ** n; bits++) {
    const mask = Array.from({ length: n }, (_, unit) => (bits >> unit) & 1);
    yield { mask, weight: mask.reduce((product, kept) => product * (kept ? 1 - p : p), 1) };
  }
}

describe('dropout leaves every activation as it is on average', () => {
  for (const p of probabilities) {
    it(`and gives it variance h²·p/(1 − p): all masks, p = ${p}`, () => {
      let total = 0;
      const mean = activations.map(() => 0);
      const square = activations.map(() => 0);
      for (const { mask, weight } of masks(activations.length, p)) {
        total += weight;
        activations.forEach((h, unit) => {
          const dropped = mask[unit] * keptScale(p) * h;
          mean[unit] += weight * dropped;
          square[unit] += weight * dropped * dropped;
        });
      }
      expect(Math.abs(total - 1)).toBeLessThan(1e-12);
      activations.forEach((h, unit) => {
        expect(Math.abs(mean[unit] - h)).toBeLessThan(1e-12);
        const variance = square[unit] - mean[unit] ** 2;
        // Relative where h² is large: the sums are of that size.
        expect(Math.abs(variance - (h * h * p) / (1 - p))).toBeLessThan(1e-12 * Math.max(1, h * h));
      });
    });

    it(`and the masks of the engine do so within 4.5 standard errors: p = ${p}`, () => {
      const [units, examples] = [256, 1024];
      const n = units * examples;
      const mask = new Float64Array(units);
      let kept = 0;
      let sum = 0;
      for (let row = 0; row < examples; row++) {
        fillMask({ kind: 'fresh', seed: 1 }, p, 1, 0, row, 0, mask);
        for (const factor of mask) {
          sum += factor;
          if (factor > 0) kept++;
        }
      }
      expect(Math.abs(kept / n - (1 - p))).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / n));
      expect(Math.abs(sum / n - 1)).toBeLessThan(4.5 * Math.sqrt(p / (1 - p) / n));
    });
  }
});
