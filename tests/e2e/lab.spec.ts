import { expect, type Page } from '@playwright/test';
import * as en from '#lib/i18n/en.ts';
import { preset } from '#lib/experiment/presets.ts';
import { fromLink, toLink } from '#lib/experiment/link.ts';
import { parseExperiment } from '#lib/experiment/validate.ts';
import { downloadModel, downloadResults, testError, variantOf } from './support/downloads.ts';
import { redraw, variantIn, wrongTests } from './support/forward.ts';
import { keepHistory } from './support/history.ts';
import { averaged, badge, openLab, small, stateIs } from './support/lab.ts';
import { test } from './support/test.ts';

/** The default preset, smaller, on WebGL. The rest of this project's specs train on it in passing. */
const copy = { ...small, epochs: 4, batch: 20, backend: 'webgl' };

test('the default preset trains to the end on WebGL, in workers, and its files say all of it', async ({
  page,
}) => {
  const history = await keepHistory(page);
  await openLab(page, { ...copy, run: 1 });
  await pointsWhileRunning(page);
  await stateIs(page, 'done');
  expect(await history()).toEqual(['idle', 'starting', 'running', 'done']);
  const said = await badge(page);
  expect(said).toMatch(/WebGL\s+float32[^]*SwiftShader/);
  expect(said).toContain(en.backend.why.software);

  // The averaging begins when dropout is done and may take longer than the rest.
  await averaged(page);
  const result = await downloadResults(page);
  expect(result.environment).toMatchObject({ backend: 'webgl', hardware: false, floatBits: 32 });
  expect(result.environment.renderer).toMatch(/SwiftShader/);

  const { experiment } = result;
  expect(experiment.variants).toEqual(preset('noisy-digits').variants);
  expect(experiment.data.train).toBeGreaterThanOrEqual(200);
  expect(experiment.training.epochs).toBeGreaterThanOrEqual(2);
  expect(parseExperiment(experiment)).toEqual({ ok: true, experiment, ignored: [] });
  expect(fromLink(toLink(experiment)).experiment).toEqual(experiment);
  expect(fromLink(new URL(page.url()).search).experiment).toEqual(experiment);

  for (const { variant, ...one } of result.variants) {
    expect(one, variant).toMatchObject({ status: 'done', step: 40, steps: 40 });
    expect(one.environment, variant).toMatchObject({ backend: 'webgl' });
    const { step, testError: errors, wrongRowsError } = one.curves;
    expect(step[0], variant).toBe(0);
    expect(step.at(-1), variant).toBe(40);
    for (const column of [errors, wrongRowsError]) {
      expect(column, variant).toHaveLength(step.length);
      expect(Math.min(...(column as number[])), variant).toBeGreaterThanOrEqual(0);
      expect(Math.max(...(column as number[])), variant).toBeLessThanOrEqual(1);
    }
    expect(one.estimators[0].testErrorInterval[0], variant).toBeLessThan(
      one.estimators[0].testErrorInterval[1],
    );
  }
  const estimators = variantOf(result, 'dropout').estimators.map(({ estimator }) => estimator);
  expect(estimators).toEqual(expect.arrayContaining(['off', 'arithmetic-mean', 'geometric-mean']));
  expect(result.averaging).toMatchObject({
    variant: 'dropout',
    step: 40,
    draws: 60,
    examples: 200,
  });
  expect(result.averaging!.off.error).not.toBeNull();

  // The file suffices: data drawn anew from their seed, the forward pass written out in this test.
  const model = await downloadModel(page);
  const data = await redraw(model.experiment);
  expect(data.test.labels).toHaveLength(300);
  const predictions = {
    single: 'off',
    dropout: 'off',
    subnetworks: 'members-mean',
    'full-ensemble': 'members-mean',
  };
  for (const [variant, estimator] of Object.entries(predictions)) {
    const one = variantIn(model, variant);
    expect(one.prediction).toBe(estimator);
    const shown = testError(result, variant, estimator) * data.test.labels.length;
    // float64 against float32: one example may lie on the border between two classes.
    expect(Math.abs(wrongTests(one, data) - shown), variant).toBeLessThan(1.5);
  }
});

/** Opens the table of the overlaid chart and sees points in it before the run is over. */
async function pointsWhileRunning(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const lab = document.querySelector<HTMLElement>('[data-run]')!;
      const details = document.querySelector<HTMLDetailsElement>(
        'section[aria-labelledby="compare"] details',
      );
      if (lab.dataset.run === 'done') throw new Error('The run was over before a point was seen.');
      if (details) details.open = true;
      const rows = details?.querySelectorAll('tbody tr').length ?? 0;
      return lab.dataset.run === 'running' && rows > 0;
    },
    undefined,
    { timeout: 60_000 },
  );
}
