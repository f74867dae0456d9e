import { describe, expect, it } from 'vitest';
import { initialisationNames } from '#lib/experiment/experiment.ts';
import { initialParameters } from '#workers/network/initialisations.ts';
import { biasesOf, layoutOf, weightsOf } from '#workers/network/layout.ts';

const [inputs, outputs] = [200, 120];
const layout = layoutOf([inputs, outputs, 50, 10], 3);

/** Variance and kurtosis E x⁴/(E x²)² that each initialisation claims for the first layer. */
const claims = {
  he: { variance: 2 / inputs, kurtosis: 3 },
  'xavier-normal': { variance: 2 / (inputs + outputs), kurtosis: 3 },
  'xavier-uniform': { variance: 2 / (inputs + outputs), kurtosis: 1.8 },
  normal: { variance: 0.05 ** 2, kurtosis: 3 },
} as const;

describe('initial weights', () => {
  for (const name of initialisationNames) {
    it(`by ${name} have the mean, the variance and the shape of their distribution`, () => {
      const { variance, kurtosis } = claims[name];
      const parameters = initialParameters(layout, name, 0.05, 4);
      const w = weightsOf(parameters, layout, 1, 0);
      const n = w.length;
      const moment = (power: number) => w.reduce((sum, x) => sum + x ** power, 0) / n;
      expect(Math.abs(moment(1))).toBeLessThan(4.5 * Math.sqrt(variance / n));
      // Var of x² is (kurtosis − 1)·variance².
      const spread = variance * Math.sqrt((kurtosis - 1) / n);
      expect(Math.abs(moment(2) - variance)).toBeLessThan(4.5 * spread);
      // Var of x⁴ is (E x⁸ − (E x⁴)²): 105 − 9 for a normal, 9 − 3.24 for a uniform of variance 1.
      const spread4 = variance ** 2 * Math.sqrt((kurtosis === 3 ? 96 : 5.76) / n);
      expect(Math.abs(moment(4) - kurtosis * variance ** 2)).toBeLessThan(4.5 * spread4);
    });
  }

  it('by xavier-uniform stay within ±√(6/(n_in + n_out))', () => {
    const w = weightsOf(initialParameters(layout, 'xavier-uniform', 0, 4), layout, 0, 0);
    expect(Math.max(...w.map(Math.abs))).toBeLessThanOrEqual(
      Math.fround(Math.sqrt(6 / (inputs + outputs))),
    );
  });

  it('come with biases of zero', () => {
    for (const name of initialisationNames) {
      const parameters = initialParameters(layout, name, 0.05, 4);
      for (let member = 0; member < 3; member++) {
        layout.layers.forEach((_, layer) => {
          expect(biasesOf(parameters, layout, member, layer).every((b) => b === 0)).toBe(true);
        });
      }
    }
  });

  it('of one member do not depend on how many members there are', () => {
    const three = initialParameters(layout, 'he', 0, 4);
    const two = initialParameters(layoutOf(layout.sizes, 2), 'he', 0, 4);
    expect(three.subarray(0, two.length)).toEqual(two);
  });

  it('differ from member to member, from layer to layer and from seed to seed', () => {
    const square = layoutOf([6, 6, 6], 2);
    const one = initialParameters(square, 'he', 0, 4);
    const other = initialParameters(square, 'he', 0, 5);
    const drawn = [
      weightsOf(one, square, 0, 0),
      weightsOf(one, square, 0, 1),
      weightsOf(one, square, 1, 0),
      weightsOf(other, square, 0, 0),
    ].map(String);
    expect(new Set(drawn).size).toBe(drawn.length);
  });
});
