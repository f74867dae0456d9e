import type { MaskRule } from '../../network/masks.ts';
import { masksOf, noMasks } from '../../reference/masks.ts';
import { float64 } from '../../reference/precision.ts';
import { predict } from '../../reference/predict.ts';
import { exactlyZero } from '../tools/compare.ts';
import { drawNetwork, drawRows } from '../tools/draws.ts';
import { statement } from '../statement.ts';
import { train } from '../tools/training.ts';

const examples = 10;

/**
 * At p = 0, whatever the rule that draws the masks, and in evaluation, whatever p: bit by bit the network
 * without dropout. Measured: how many numbers differ at all, of weights after training and of outputs.
 */
export const nothingDropped = statement('nothing-dropped', ({ units, steps }, seed) => {
  const sizes = [5, units, units, 3];
  const start = drawNetwork(sizes, seed);
  const rules: MaskRule[] = [
    { kind: 'fresh', seed },
    { kind: 'member', seed },
    { kind: 'choice', seed, masks: 4 },
    { kind: 'subnetworks', seed, first: 0 },
  ];
  let differing = 0;
  let checks = 0;
  const compare = (a: Float64Array, b: Float64Array) =>
    a.forEach((x, i) => {
      checks++;
      if (!Object.is(x, b[i])) differing++;
    });

  const none = { kind: 'none' } as const;
  const settings = { learningRate: 0.05, momentum: 0.9, l2: 0, maxNorm: 0 };
  for (const optimizer of ['sgd', 'adam'] as const) {
    const run = (masks: MaskRule, p: number[]) => {
      const training = { sizes, activation: 'relu', optimizer, masks, steps, seed } as const;
      return train({ ...training, settings: { ...settings, p } }, start);
    };
    const plain = run(none, []);
    for (const rule of rules) compare(run(rule, [0, 0, 0]), plain);
  }

  const spec = { sizes, activation: 'relu', optimizer: 'sgd' } as const;
  const rows = drawRows(seed, examples, sizes[0]);
  const outputs = (masks: Parameters<typeof predict>[4]) =>
    predict(spec, Float64Array.from(start), rows, examples, masks, float64);
  const plain = outputs(noMasks(sizes, examples));
  compare(outputs(masksOf(none, [0.2, 0.5, 0.5], sizes, 0, 0, examples)), plain);
  for (const rule of rules)
    compare(outputs(masksOf(rule, [0, 0, 0], sizes, 0, 0, examples)), plain);
  return exactlyZero(differing, checks);
});
