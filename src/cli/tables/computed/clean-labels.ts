import { variantNames } from '#lib/experiment/experiment.ts';
import { preset } from '#lib/experiment/presets.ts';
import { linkOf, type Table } from '../table.ts';
import { methodTable, variantMethod } from '../methods.ts';

/** Every variant where no label is wrong. */
export const cleanLabels: Table = {
  id: 'clean-labels',
  async build(lab) {
    const experiment = { ...preset('clean-digits'), variants: [...variantNames] };
    const runs = await lab.runs({ experiment });
    return methodTable(
      variantNames.map((variant) => variantMethod(runs, variant)),
      linkOf(experiment, variantNames),
    );
  },
};
