import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import type { Model } from '#lib/experiment/model.ts';
import type { Result, VariantResult } from '#lib/experiment/result.ts';

/** The files that a run leaves, as anyone gets them. */

export async function download(page: Page, name: string): Promise<unknown> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return JSON.parse(await readFile(await file.path(), 'utf8'));
}

export async function downloadResults(page: Page): Promise<Result> {
  const result = (await download(page, 'Download results')) as Result;
  expect(result.format).toBe('dropout-lab-result');
  return result;
}

export async function downloadModel(page: Page): Promise<Model> {
  const model = (await download(page, 'Download model')) as Model;
  expect(model.format).toBe('dropout-lab-model');
  return model;
}

export function variantOf(result: Result, name: string): VariantResult {
  const found = result.variants.find(({ variant }) => variant === name);
  if (!found) throw new Error(`The results have no variant ${name}`);
  return found;
}

/** Error on the test set of one of a variant's estimators. */
export function testError(result: Result, variant: string, estimator: string): number {
  const found = variantOf(result, variant).estimators.find((one) => one.estimator === estimator);
  if (found?.testError == null) throw new Error(`${variant} has no test error of ${estimator}`);
  return found.testError;
}

/** What training came to: the numbers that the same experiment has to give again. */
export function figures({ variants }: Result) {
  return variants.map(({ variant, step, curves, estimators }) => ({
    variant,
    step,
    curves,
    // What is averaged over subnetworks comes when it comes.
    estimators: estimators.filter(({ estimator }) => /^(off|members-mean)$/.test(estimator)),
  }));
}
