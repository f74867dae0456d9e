import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from '#lib/i18n/language.ts';
import type { RunState } from '#lib/crew/run/types.ts';

/** What a person does in the lab, and what they see. */

/** Parameters of a link. */
export type Parameters = Record<string, string | number>;

/** An experiment that is over in seconds on any backend, software WebGL included. */
export const small = {
  train: 200,
  test: 300,
  hidden: '24-16',
  members: 3,
  epochs: 3,
  draws: 60,
  examples: 200,
} as const satisfies Parameters;

/** One that goes on until it is told to stop: 200,000 steps, a minute and more even on a fast machine. */
export const endless = {
  ...small,
  train: 2000,
  epochs: 1000,
  batch: 10,
} as const satisfies Parameters;

/** Software WebGL takes several times as long as WASM: a view is seen on both, once in each language. */
export const backendIn = { en: 'webgl', zh: 'wasm' } as const satisfies Record<Language, string>;

/** A link as a person would write it: commas and colons stay. */
export function query(parameters: Parameters): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%(2C|3A)/g, unescape)}`)
    .join('&');
}

function unescape(code: string): string {
  return decodeURIComponent(code);
}

/** The lab's root: it carries `data-run`. */
export const root = (page: Page): Locator => page.locator('[data-run]');

/** Opens the lab and waits until it has its data, so that it can be used. */
export async function openLab(
  page: Page,
  parameters: Parameters = {},
  lang: Language = 'en',
): Promise<void> {
  const link = query(parameters);
  await page.goto(`./${lang}/dropout/${link && `?${link}`}`);
  await dataThere(page);
}

/** Waits until a data set is in use and none is being made. */
async function dataThere(page: Page): Promise<void> {
  const data = page.locator('section[aria-labelledby="data"]');
  await expect(data).toHaveAttribute('aria-busy', 'false');
  await expect(data.getByRole('figure').first()).toBeVisible();
  await expect(data.getByText(/\d rows to train on|训练样本 \d/)).toBeVisible();
}

/** A run is over sooner or later; software WebGL takes its time. */
const RUN = 120_000;

export async function stateIs(page: Page, state: RunState, timeout = RUN): Promise<void> {
  await expect(root(page)).toHaveAttribute('data-run', state, { timeout });
}

/** The bar that drives the run. */
export const bar = (page: Page): Locator => page.getByRole('group', { name: 'Run controls' });

export const button = (page: Page, name: string): Locator =>
  bar(page).getByRole('button', { name, exact: true });

/** The card of a variant. */
export const card = (page: Page, variant: string): Locator =>
  page.locator(`article[data-variant="${variant}"]`);

/** What the badge says once it is opened: what the run computes with, and why. */
export async function badge(page: Page): Promise<string> {
  const details = bar(page).locator('details.badge');
  await details.locator('summary').click();
  const text = await details.innerText();
  await details.locator('summary').click();
  return text;
}

/** Steps that a variant has done, as its card's progress bar says. */
export async function stepsOf(page: Page, variant: string): Promise<number> {
  return Number(await card(page, variant).locator('progress').getAttribute('value'));
}

/** Waits until every variant has done some steps. */
export async function everyoneHasSteps(page: Page, steps = 1): Promise<void> {
  await expect
    .poll(
      () =>
        page.locator('article[data-variant] progress').evaluateAll((bars) =>
          // Before there are any cards nobody has taken a step.
          bars.length > 0 ? Math.min(...bars.map((bar) => (bar as HTMLProgressElement).value)) : 0,
        ),
      { timeout: RUN },
    )
    .toBeGreaterThanOrEqual(steps);
}

/** The setting of a name, as a box to write in. */
export const setting = (page: Page, name: string): Locator =>
  page.getByRole('textbox', { name, exact: true });

/** Writes a value into a setting. */
export async function write(page: Page, name: string, value: string | number): Promise<void> {
  const box = setting(page, name);
  await box.fill(String(value));
  await box.press('Enter');
}

/** Where subnetworks are averaged. */
export const averaging = (page: Page): Locator =>
  page.locator('section[aria-labelledby="averaging"]');

/** Waits until subnetworks have been averaged, and none are any more. */
export async function averaged(page: Page): Promise<void> {
  await expect(averaging(page).getByText(/With the weights of step|第.*步/)).toBeVisible({
    timeout: RUN,
  });
  await expect(averaging(page).getByRole('progressbar')).toHaveCount(0, { timeout: RUN });
}
