import { linkOf, named, type Table } from '../table.ts';
import { heldOutShare, tuned } from '../tuned.ts';
import { noisyDigits, noisyDigitsRuns } from '../noisy-digits-runs.ts';
import { method, methodTable, variantMethod } from '../methods.ts';

const lambdas = [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1];
const bounds = [0.5, 1, 1.5, 2, 3, 4];

/** Ways to keep a network from learning its noisy labels by heart, each at its best. */
export const regularisers: Table = {
  id: 'regularisers',
  async build(lab) {
    const runs = await noisyDigitsRuns(lab);
    const decay = await tuned(lab, {
      name: 'weight-decay',
      experiment: noisyDigits(['weight-decay']),
      field: 'weight-decay',
      values: lambdas,
    });
    const stopped = await lab.runs({
      experiment: noisyDigits(['single']),
      protocol: { holdout: heldOutShare, earlyStopping: true },
    });
    const bounded = await tuned(lab, {
      name: 'max-norm',
      experiment: noisyDigits(['single']),
      field: 'max-norm',
      values: bounds,
    });
    const both = await tuned(lab, {
      name: 'dropout-max-norm',
      experiment: noisyDigits(['dropout']),
      field: 'max-norm',
      values: bounds,
    });
    const chosen = ({ choice, runs }: typeof decay) =>
      method(named(choice.name, runs, { value: choice.chosen }), runs);
    const body = methodTable(
      [
        variantMethod(runs, 'single'),
        chosen(decay),
        method(named('early-stopping', stopped, { link: null }), stopped),
        chosen(bounded),
        variantMethod(runs, 'dropout'),
        chosen(both),
        variantMethod(runs, 'subnetworks'),
        variantMethod(runs, 'full-ensemble'),
      ],
      linkOf({ ...runs[0].unit.experiment, weightDecay: decay.choice.chosen }, [
        'single',
        'weight-decay',
        'dropout',
        'subnetworks',
        'full-ensemble',
      ]),
    );
    return { ...body, choices: [decay, bounded, both].map(({ choice }) => choice) };
  },
};
