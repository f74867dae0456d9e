import { expect, type Page } from '@playwright/test';
import type { LearningVerdict } from '#lib/experiment/stability/training.ts';
import { stabilityViews, type StabilityView } from '#lib/experiment/stability/state.ts';
import type { StabilityResult } from '#lib/labs/stability/result.ts';
import { download } from './support/downloads.ts';
import { query, stateIs, type Parameters } from './support/lab.ts';
import { test } from './support/test.ts';

/**
 * Every view of the stability page, asked for on WebGL and on WASM: both must show the same. What
 * `products`, `sums`, `matrices` and `recurrence` compute is plain JavaScript on either.
 */

const stack = { depth: 6, width: 16, inputs: 8, networks: 2 } as const;
const training = { ...stack, data: 'moons', train: 100, batch: 20, steps: 12 } as const;

const parameters: Record<StabilityView, Parameters> = {
  products: {},
  sums: { 'sum-runs': 50 },
  matrices: { 'matrix-runs': 20 },
  taylor: stack,
  signals: { ...stack, activation: 'tanh', residual: 'scaled', p: 0.2 },
  recurrence: { time: 20, units: 16, 'recurrent-networks': 2 },
  learning: { ...training, 'cure-init': 'xavier-normal', cure: 'norm' },
  grid: { ...training, rows: 'activation', 'lr-columns': 2 },
};

async function open(page: Page, parameters: Parameters): Promise<void> {
  await page.goto(`./en/stability/?${query({ ...parameters, run: 1 })}`);
  await stateIs(page, 'done');
}

async function resultOf(page: Page): Promise<StabilityResult> {
  const result = (await download(page, 'Download results')) as StabilityResult;
  expect(result.format).toBe('dropout-lab-stability-result');
  return result;
}

/** Every number of a value, and the text of one that JSON does not have, in order. */
function numbersOf(value: unknown): (number | string)[] {
  if (typeof value === 'number' || typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersOf);
}

/** What has to agree: all of it, but numbers that rounding may put into the next bin are counted. */
function compared(view: StabilityView, { figures }: StabilityResult): unknown {
  if (view === 'taylor') return (figures.taylor as { answer: unknown }).answer;
  if (view === 'signals') {
    const { quantities, widths } = (figures.signals as { answer: Record<string, unknown> }).answer;
    return { quantities, widths };
  }
  if (view === 'learning') {
    const { main, twin } = figures.learning as Record<string, { losses: number[] }>;
    expect([main.losses.length, twin.losses.length]).toEqual([12, 12]);
  }
  if (view === 'grid') {
    const { cells } = figures.grid as { cells: { answer: { verdict: LearningVerdict } }[] };
    return cells.map(({ answer }) => answer);
  }
  return figures;
}

for (const view of stabilityViews) {
  test(`${view} shows the same on WebGL and on WASM`, async ({ page }) => {
    const results: StabilityResult[] = [];
    for (const backend of ['webgl', 'wasm']) {
      await open(page, { view, ...parameters[view], backend });
      const result = await resultOf(page);
      expect(result.environment).toMatchObject({ backend, floatBits: 32 });
      expect(result.state.compute.backend).toBe(backend);
      results.push(result);
    }
    const [webgl, wasm] = results.map((result) => numbersOf(compared(view, result)));
    expect(webgl.length).toBeGreaterThan(3);
    expect(webgl.length).toBe(wasm.length);
    webgl.forEach((x, i) => {
      const other = wasm[i];
      if (typeof x === 'string' || typeof other === 'string') expect(x).toBe(other);
      // Sums in another order: a few times the float32 rounding, carried on through the layers.
      else expect(Math.abs(x - other)).toBeLessThanOrEqual(1e-3 * Math.abs(other) + 1e-6);
    });
    if (view !== 'taylor') return;
    const counts = results.map(({ figures }) =>
      numbersOf((figures.signals as { answer: { preActivations: unknown } }).answer.preActivations),
    );
    expect(counts[0].length).toBe(81 + 6 * 82);
    const moved = counts[0].filter((n, i) => n !== counts[1][i]).length;
    expect(moved).toBeLessThan(0.02 * counts[0].length);
  });
}

test('where WebGL renders 16-bit numbers alone, every view says so and computes on WASM', async ({
  page,
}) => {
  for (const backend of ['auto', 'webgl'])
    for (const view of backend === 'auto' ? stabilityViews : (['signals'] as const)) {
      await open(page, { view, ...parameters[view], backend, precision: 'half' });
      const said = page.getByRole('status').filter({ hasText: 'WebGL renders 16-bit numbers' });
      await expect(said).toHaveText(/^The lab computes with WebAssembly, in float32: /);
      const { environment, state } = await resultOf(page);
      expect(environment).toMatchObject({ backend: 'wasm', floatBits: 32 });
      expect(state.compute.render).toBe('half');
    }
});

test('another backend computes anew, and says why', async ({ page }) => {
  await open(page, { ...parameters.signals });
  const badge = page.locator('details.badge');
  await expect(badge.locator('summary')).toContainText('WebAssembly');
  await page.getByRole('combobox', { name: 'Backend' }).selectOption('webgl');
  await expect(badge.locator('summary')).toContainText('WebGL');
  await stateIs(page, 'done');
  await badge.locator('summary').click();
  await expect(badge).toContainText('You asked for WebGL');
  await expect(page).toHaveURL(/backend=webgl/);
});
