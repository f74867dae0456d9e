import { preset } from '#lib/experiment/presets.ts';
import { linkOf, type Table } from '../table.ts';
import { noisyDigitsRuns } from '../noisy-digits-runs.ts';
import { dropoutMean, methodTable, variantMethod } from '../methods.ts';

/** Every variant of the preset that the lab opens with, and two averages of dropout's subnetworks. */
export const noisyDigitsTable: Table = {
  id: 'noisy-digits',
  async build(lab) {
    const runs = await noisyDigitsRuns(lab);
    const experiment = preset('noisy-digits');
    return methodTable(
      [
        variantMethod(runs, 'single'),
        variantMethod(runs, 'weight-decay'),
        variantMethod(runs, 'input-noise'),
        variantMethod(runs, 'dropout'),
        dropoutMean(runs, 10),
        dropoutMean(runs, 200),
        variantMethod(runs, 'subnetworks'),
        variantMethod(runs, 'shared-subnetworks'),
        variantMethod(runs, 'full-ensemble'),
      ],
      linkOf(experiment, experiment.variants),
    );
  },
};
