import { masksOf } from '../../reference/masks.ts';
import { float64 } from '../../reference/precision.ts';
import { passes } from '../../reference/step.ts';
import { exactlyZero } from '../tools/compare.ts';
import { drawLabels, drawNetwork, drawRows } from '../tools/draws.ts';
import { statement } from '../statement.ts';

/**
 * At p = 1 every layer is entered by zeros, and loss and gradients are finite: no 1/(1 − p), no NaN.
 * Measured: numbers that enter a layer and are not 0, or in the gradient and not finite.
 */
export const everythingDropped = statement('everything-dropped', ({ units, examples }, seed) => {
  const sizes = [5, units, units, 3];
  const spec = { sizes, activation: 'relu', optimizer: 'sgd' } as const;
  const batch = {
    rows: drawRows(seed, examples, sizes[0]),
    labels: drawLabels(seed, examples, 3),
    count: examples,
  };
  const masks = masksOf({ kind: 'fresh', seed }, [1, 1, 1], sizes, 0, 0, examples);
  const parameters = Float64Array.from(drawNetwork(sizes, seed));
  const { forward, backward, loss } = passes(spec, parameters, batch, masks, float64);
  let wrong = 0;
  let checks = 0;
  const count = (numbers: Iterable<number>, right: (x: number) => boolean) => {
    for (const x of numbers) {
      checks++;
      if (!right(x)) wrong++;
    }
  };
  for (const entering of forward.entering) count(entering, (x) => x === 0);
  count(backward.gradient, Number.isFinite);
  count([loss], Number.isFinite);
  return exactlyZero(wrong, checks);
});
