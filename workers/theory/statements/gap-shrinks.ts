import { comparing } from '../tools/compare.ts';
import { exactMeans } from '../tools/exact-means.ts';
import { networkOnExamples, switchedOff } from '../tools/members.ts';
import { statement } from '../statement.ts';

const inputs = 6;
const classes = 3;
const examples = 2;
/** Four times as wide from first to last. */
const widths = [3, 6, 12];

/**
 * "The gap between the mean over all subnetworks and dropout off shrinks with the width." In random ReLU
 * networks with He weights it does not: a logit is a sum of n terms of variance 1/n each, so that its
 * variance over the masks stays what it is however large n. A gap that fell like 1/√n or faster would be
 * at most half as large in a network four times as wide; that is the bound.
 */
export const gapShrinks = statement('gap-shrinks', ({ networks, p }, seed) => {
  const gaps = widths.map((width) => {
    const sizes = [inputs, width, classes];
    let total = 0;
    for (let index = 0; index < networks; index++) {
      const network = networkOnExamples(sizes, 'relu', [0, p], examples, seed, index);
      const off = switchedOff(network);
      exactMeans(network).arithmetic.forEach(
        (mean, i) => (total += Math.abs(mean - Math.exp(off[i]))),
      );
    }
    return total / (networks * examples * classes);
  });
  const compared = comparing('at-most', 0);
  compared.add(gaps[gaps.length - 1], gaps[0] / 2);
  const closedForm = widths.map((w) => gaps[0] * Math.sqrt(3 / w));
  const outcome = compared.outcome({ series: { x: widths, measured: gaps, closedForm } });
  return { ...outcome, checks: networks * widths.length };
});
