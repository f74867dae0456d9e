import type { Contestant, Verdict } from '#lib/experiment/verdicts.ts';
import type { VariantName } from '#lib/experiment/experiment.ts';
import { formats } from '../formats.ts';
import { estimatorText, variantText } from './run.ts';

const f = formats('en');

/** “dropout (arithmetic mean of 10 subnetworks)”. */
function contestant({ variant, estimator, k }: Contestant): string {
  const name = variantText[variant].name.toLowerCase();
  return variant === 'single' ? `the ${name}` : `${name} (${estimatorText[estimator](k)})`;
}

function pair({ kind, subject, object }: Verdict): [string, string] {
  if (kind === 'against-single') return [contestant(subject), contestant(object)];
  const of = variantText[subject.variant].name.toLowerCase();
  return [
    `the ${estimatorText[subject.estimator](subject.k)} of ${of}`,
    'the same weights with dropout turned off',
  ];
}

export const verdicts = {
  leftOut: (variants: readonly VariantName[]) =>
    `Not compared, since training diverged: ${f.list(variants.map((name) => variantText[name].name.toLowerCase()))}.`,
  title: 'In words',
  rule: '“Better” and “worse” stand only where the 95% interval of the paired difference, over the same test examples, excludes zero.',
  caveat: 'One run is one draw of weights, masks and data: another seed may come out otherwise.',
  sentence: (verdict: Verdict) => {
    const [subject, object] = pair(verdict);
    const { relation, subjectError, objectError, difference, low, high, examples, step } = verdict;
    const figures = `test error ${f.percent(subjectError)} against ${f.percent(objectError)} on ${f.integer(examples)} examples after ${f.integer(step)} steps; difference ${f.points(difference)} points, 95% interval ${f.points(low)} to ${f.points(high)}`;
    switch (relation) {
      case 'better':
        return `In this run ${subject} is better than ${object}: ${figures}.`;
      case 'worse':
        return `In this run ${subject} is worse than ${object}: ${figures}.`;
      case 'no clear difference':
        return `In this run there is no clear difference between ${subject} and ${object}: ${figures}.`;
    }
  },
};
