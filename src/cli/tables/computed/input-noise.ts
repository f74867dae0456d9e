import { variantNames } from '#lib/experiment/experiment.ts';
import { seriesOf, testError, type Reading } from '../series.ts';
import { linkOf, type Table } from '../table.ts';
import { noisyDigitsRuns, ofVariant, testNoise } from '../noisy-digits-runs.ts';

/** Test error with noise of one standard deviation on the inputs. */
const errorAt =
  (deviation: number): Reading =>
  ({ noise }) =>
    noise.find((one) => one.deviation === deviation)?.estimators[0].testError ?? null;

/** Every variant against the noise on its test inputs. Only `input-noise` was trained with noise. */
export const inputNoise: Table = {
  id: 'input-noise',
  async build(lab) {
    const runs = await noisyDigitsRuns(lab);
    const deviations = [0, ...testNoise];
    return {
      axis: { key: 'test-noise', scale: 'linear' },
      rows: deviations.map((value) => ({ name: null, value, settings: {}, link: null })),
      series: variantNames.map((variant) => {
        const own = ofVariant(runs, variant);
        return seriesOf(
          { name: variant, quantity: 'test-error' },
          deviations.map(() => own),
          deviations.map((sd) => (sd === 0 ? testError : errorAt(sd))),
        );
      }),
      choices: [],
      link: linkOf(runs[0].unit.experiment, variantNames),
    };
  },
};
