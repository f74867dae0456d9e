import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Language } from '#lib/i18n/language.ts';
import { query, stateIs, type Parameters } from './support/lab.ts';
import { test } from './support/test.ts';
import {
  beforeProber,
  loseContext,
  probers,
  rememberContexts,
  throwIn,
} from './support/workers.ts';

/** Training deep networks, and the grid of learning rates, as somebody uses them. */

const words = {
  en: {
    train: 'Train',
    pause: 'Pause',
    resume: 'Go on',
    norm: 'clip the norm to 1',
    beside: 'Beside it, the same without any cure',
    replay: /^Replay from/,
    step: /^Step/,
    layer: /^Layer/,
    stop: 'Stop',
    missing: /^Go on: \d+ missing/,
  },
  zh: {
    train: '训练',
    pause: '暂停',
    resume: '继续',
    norm: '按范数裁剪，界限 1',
    beside: '旁边同时训练不作任何处理的同一网络',
    replay: /^从.*回放$/,
    step: /^步/,
    layer: /^层/,
    stop: '停止',
    missing: /^继续：还差 \d+ 格/,
  },
} satisfies Record<Language, unknown>;

/** A stack that is trained in a moment. */
const small = { depth: 4, width: 16, train: 100, batch: 20, steps: 40 } as const;
/** One whose steps are slow: it outlasts any test. */
const endless = { depth: 50, width: 64, batch: 256, steps: 5_000 } as const;
/** A grid of 16 of the small ones. */
const grid = { ...small, preset: 'grid', 'lr-columns': 2, steps: 20 } as const;

async function open(page: Page, parameters: Parameters, lang: Language = 'en') {
  await page.goto(`./${lang}/stability/?${query(parameters)}`);
  return page.locator('section[aria-labelledby="view"]');
}

async function sound(page: Page) {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

for (const lang of ['en', 'zh'] as const) {
  const t = words[lang];

  test(`a stack that explodes, in ${lang}: it says where, and another cure trains it`, async ({
    page,
  }) => {
    const view = await open(page, { preset: 'explodes', steps: 30, run: 1 }, lang);
    const failure = view.locator('section').filter({ has: page.getByRole('alert') });
    await expect(failure).toBeVisible({ timeout: 120_000 });
    await stateIs(page, 'done');
    await expect(failure.getByRole('alert')).toContainText(/∞|NaN/);
    // Clipping the norm is what is offered first.
    await failure.getByRole('button', { name: t.replay }).first().click();
    await expect(failure).toHaveCount(0);
    await expect(view.getByRole('radio', { name: t.norm })).toBeChecked();
    await stateIs(page, 'done');
    await expect(failure).toHaveCount(0);
  });

  for (const colorScheme of [lang === 'en' ? 'light' : 'dark'] as const) {
    test(`training and grid in ${lang}, ${colorScheme}: accessible, and nothing wider than a phone`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 360, height: 800 });
      const view = await open(page, { preset: 'clipped', ...small, run: 1 }, lang);
      await stateIs(page, 'done');
      await expect(view.getByRole('figure')).toHaveCount(3);
      await sound(page);
      await open(page, { ...grid, run: 1 }, lang);
      await stateIs(page, 'done');
      await sound(page);
    });
  }

  test(`the grid in ${lang}: stopped, gone on with, and walked by keyboard`, async ({ page }) => {
    const view = await open(page, { ...grid, steps: 400, run: 1 }, lang);
    const cells = view.locator('tbody button');
    await expect(cells).toHaveCount(16);
    await expect(view.locator('button.done').first()).toBeVisible({ timeout: 120_000 });
    await view.getByRole('button', { name: t.stop, exact: true }).click();
    await stateIs(page, 'paused');
    const done = await view.locator('button.done').count();
    // Not always the first cell: two workers train, and the other one may have been faster.
    const kept = (await view.locator('button.done').first().getAttribute('aria-label'))!;
    await view.getByRole('button', { name: t.missing }).click();
    await stateIs(page, 'done');
    expect(done).toBeLessThan(16);
    await expect(view.locator('button.done')).toHaveCount(16);
    // What was there was not trained again: its words are the same.
    await expect(view.getByRole('button', { name: kept, exact: true })).toHaveCount(1);

    await cells.first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(cells.nth(1)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(cells.nth(3)).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    await expect(cells.first()).toBeFocused();
  });
}

test('a cure is switched while it trains, beside the same without one', async ({ page }) => {
  const t = words.en;
  const view = await open(page, { preset: 'rescued', ...endless });
  await view.getByRole('checkbox', { name: t.beside }).check();
  await view.getByRole('button', { name: t.train, exact: true }).click();
  await expect(view.getByRole('figure')).toHaveCount(3, { timeout: 60_000 });
  const done = async () => parseInt((await view.locator('.status').textContent())!);
  await expect.poll(done, { timeout: 60_000 }).toBeGreaterThan(3);
  await view.getByRole('radio', { name: t.norm }).check();
  await expect(view.locator('.mark-name')).toHaveText(/from step \d+: clip the norm to 1/);

  await view.getByRole('button', { name: t.pause }).click();
  await stateIs(page, 'paused');
  const rested = await done();
  await view.getByRole('button', { name: t.resume }).click();
  await stateIs(page, 'running');
  await expect.poll(done, { timeout: 60_000 }).toBeGreaterThan(rested);
});

test('weights, activation and skips are switched while it trains, beside the same without', async ({
  page,
}) => {
  const t = words.en;
  const view = await open(page, { preset: 'stuck', ...endless });
  await view.getByRole('checkbox', { name: t.beside }).check();
  await view.getByRole('button', { name: t.train, exact: true }).click();
  const done = async () => parseInt((await view.locator('.status').textContent())!);
  await expect.poll(done, { timeout: 60_000 }).toBeGreaterThan(3);
  const group = (name: string) => view.getByRole('group', { name, exact: true });
  const marks = view.locator('.mark-name');
  await group('Residual').getByRole('radio', { name: 'h + f(h)', exact: true }).check();
  await expect(marks).toHaveText([/from step \d+: h \+ f\(h\)/]);
  await expect(page.getByText('You have changed this stop')).toBeVisible();
  await group('Activation').getByRole('radio', { name: '4σ(x) − 2' }).check();
  await expect(marks).toHaveCount(2);
  await group('Initialisation').getByRole('radio', { name: 'Xavier, normal' }).check();
  await expect(marks.last()).toHaveText(/from step \d+: Xavier, normal/);
  await expect(page).toHaveURL(/change=\d+:cure-init:xavier-normal/);
  await group('Residual').getByRole('radio', { name: 'as set: none' }).check();
  await expect(marks.last()).toHaveText(/from step \d+: residual none/);
  // It never rested, and the other one is what it was: its bottom layer gets nothing at all.
  const rested = await done();
  await expect.poll(done, { timeout: 60_000 }).toBeGreaterThan(rested);
  await view.getByRole('button', { name: t.pause }).click();
  await stateIs(page, 'paused');
  const rows = view.locator('section[aria-labelledby="reading"] tbody tr');
  await expect(rows.locator('th')).toHaveText(['with the cure', 'without a cure']);
  await view.getByRole('slider', { name: t.step }).fill('2');
  await expect(rows.last().getByRole('cell').nth(1)).toHaveText('0');
});

test('what is changed while it trains stands in the link, which repeats it bit for bit', async ({
  page,
}) => {
  const t = words.en;
  const view = await open(page, { preset: 'stuck', ...small, steps: 400 });
  await view.getByRole('checkbox', { name: t.beside }).check();
  await view.getByRole('checkbox', { name: 'Slowly, for a lecture' }).check();
  await view.getByRole('button', { name: t.train, exact: true }).click();
  const status = view.locator('.status');
  await expect(status).toHaveText(/^[1-9] of 400 steps/);
  const rate = page.getByRole('textbox', { name: 'Learning rate', exact: true });
  await rate.fill('0.03');
  await rate.press('Enter');
  const marks = view.locator('.mark-name');
  await expect(marks).toHaveText([/from step \d+: learning rate 0\.03/]);
  await view.getByRole('radio', { name: 'h + f(h)', exact: true }).check();
  await expect(marks).toHaveCount(2);
  await view.getByRole('checkbox', { name: 'Slowly, for a lecture' }).uncheck();
  await stateIs(page, 'done');
  const table = view.getByRole('table', { name: 'Loss of each step' });
  const losses = async () => {
    await view.getByText('Show as a table').first().click();
    return table.innerText();
  };
  const made = { status: await status.textContent(), losses: await losses() };
  const changes = await marks.allTextContents();
  await expect(page).toHaveURL(/change=\d+:lr:0\.03&change=\d+:cure-residual:identity$/);
  await expect(rate).toHaveValue('0.03');

  await page.goto(`${page.url()}&run=1`);
  await stateIs(page, 'done');
  expect(await marks.allTextContents()).toEqual(changes);
  expect({ status: await status.textContent(), losses: await losses() }).toEqual(made);
  // "Train" begins with what is set now, and the other button with what it was then.
  await view.getByRole('button', { name: 'Repeat it from the start' }).click();
  await stateIs(page, 'done');
  await expect(marks).toHaveCount(2);
  await view.getByRole('button', { name: t.train, exact: true }).click();
  await expect(marks).toHaveCount(0);
  await expect(page).toHaveURL(/lr=0\.03.*cure-residual=identity/);
  await stateIs(page, 'done');
});

test('a worker that dies while it trains is replaced, and the run goes on from its checkpoint', async ({
  page,
}) => {
  const view = await open(page, { preset: 'rescued', ...endless, depth: 10, run: 1 });
  const done = async () => parseInt((await view.locator('.status').textContent())!);
  // Checkpoints lie 417 steps apart.
  await expect.poll(done, { timeout: 120_000 }).toBeGreaterThan(450);
  await throwIn(probers(page)[0], 'Out of luck');
  await expect(
    view.getByText(/^A worker failed \(.*Out of luck.*\): another one goes on from step/),
  ).toBeVisible();
  const from = Number(
    (await view.getByText(/^A worker failed/).textContent())!.match(/from step (\d+)/)![1],
  );
  expect(from).toBeGreaterThanOrEqual(417);
  expect(from % 417).toBe(0);
  await expect.poll(done, { timeout: 120_000 }).toBeGreaterThan(from + 100);
  await expect(page.locator('[data-run]')).toHaveAttribute('data-run', 'running');
});

test('a WebGL context that is lost twice leaves the training on WASM, and it goes on', async ({
  page,
}) => {
  await beforeProber(page, rememberContexts);
  const view = await open(page, {
    preset: 'rescued',
    ...endless,
    depth: 4,
    backend: 'webgl',
    run: 1,
  });
  const done = async () => parseInt((await view.locator('.status').textContent())!);
  const badge = page.locator('details.badge summary');
  for (const after of ['WebGL', 'WebAssembly']) {
    await expect.poll(done, { timeout: 120_000 }).toBeGreaterThan(1);
    const worker = probers(page).at(-1)!;
    await loseContext(worker);
    await expect.poll(() => probers(page).includes(worker)).toBe(false);
    await expect(view.getByText(/^A worker failed \(context-lost/)).toBeVisible();
    await expect(badge).toContainText(after);
    await expect.poll(done, { timeout: 120_000 }).toBeGreaterThan(1);
  }
  const said = page.getByRole('status').filter({ hasText: 'in float32:' });
  await expect(said).toContainText('context-lost');
});

test('the grid survives a worker that is killed, cell by cell', async ({ page }) => {
  const view = await open(page, { ...grid, steps: 600, run: 1 });
  await expect(view.locator('button.done').first()).toBeVisible({ timeout: 120_000 });
  const [victim] = probers(page);
  await throwIn(victim, 'Out of luck');
  await stateIs(page, 'done');
  await expect(view.locator('button.done')).toHaveCount(16);
  await expect(view.locator('button.failed')).toHaveCount(0);
  expect(probers(page)).not.toContain(victim);
});

test('the rows of the grid may be depths or activations', async ({ page }) => {
  const view = await open(page, { ...grid, steps: 5, rows: 'activation', run: 1 });
  await stateIs(page, 'done');
  const names = view.locator('tbody th');
  await expect(names).toHaveText(['none', 'ReLU', 'sigmoid', 'tanh', '4σ(x) − 2']);
  await page.getByRole('combobox', { name: 'Rows' }).selectOption('depth');
  await expect(view.getByText('takes effect with the next run')).toBeVisible();
  await view.getByRole('button', { name: 'Train anew' }).click();
  await expect(names.first()).toHaveText('1 layer');
  await stateIs(page, 'done');
  const last = view.locator('tbody button').last();
  await expect(last).toHaveAttribute('aria-label', /^50 layers, learning rate 1: /);
  // Only what changes something is asked for here.
  await expect(page.getByRole('textbox', { name: 'Learning rate', exact: true })).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Random networks' })).toHaveCount(0);
});

test('units that begin alike stay exactly alike, and dropout makes them different', async ({
  page,
}) => {
  const view = await open(page, { preset: 'symmetry', steps: 40, run: 1 });
  await stateIs(page, 'done');
  await expect(view.getByText('exactly 0 at every step')).toBeVisible();
  const column = view.getByRole('columnheader', { name: /^Largest difference of two units/ });
  await expect(column).toHaveText('Largest difference of two units, layer 1');
  await expect(view.locator('section[aria-labelledby="reading"] td').last()).toHaveText('0');
  await open(page, { preset: 'broken-symmetry', steps: 40, run: 1 });
  await stateIs(page, 'done');
  // Beside it, the same without dropout.
  await expect(
    view.getByText(/With the cure: up to [\d.]+\. Without a cure: exactly 0/),
  ).toBeVisible();
});

test('the numbers of a step and a layer are read by keyboard', async ({ page }) => {
  const t = words.en;
  const view = await open(page, { preset: 'stuck', ...small, run: 1 });
  await stateIs(page, 'done');
  const reading = view.locator('section[aria-labelledby="reading"]');
  const layer = reading.getByRole('slider', { name: t.layer });
  await layer.focus();
  await page.keyboard.press('End');
  await expect(reading.getByRole('columnheader', { name: 'output layer' })).toBeVisible();
  const step = reading.getByRole('slider', { name: t.step });
  await step.focus();
  await page.keyboard.press('Home');
  await expect(step).toHaveValue('0');
  // Before any step nothing is known: a network of tiny weights guesses.
  const loss = Number(await reading.getByRole('cell').first().textContent());
  expect(Math.abs(loss - Math.log(10))).toBeLessThan(0.01);
});

test('a setting that is no cure is said to wait for the next run', async ({ page }) => {
  const view = await open(page, { preset: 'stuck', ...small, run: 1 });
  await stateIs(page, 'done');
  const depth = page.getByRole('textbox', { name: 'Depth L', exact: true });
  await depth.fill('5');
  await depth.press('Enter');
  await expect(view.getByText('takes effect with the next run')).toBeVisible();
});

test('a cell opens its run', async ({ page }) => {
  const view = await open(page, { ...grid, run: 1 });
  await stateIs(page, 'done');
  const cell = view.locator('tbody button').nth(11);
  expect(await cell.getAttribute('aria-label')).toContain('He');
  await cell.click();
  await expect(page.getByRole('heading', { name: 'Training deep networks' })).toBeVisible();
  await stateIs(page, 'done');
  await expect(page.getByRole('textbox', { name: 'Learning rate', exact: true })).toHaveValue('1');
});

test('a stop of the walk trains on arrival, its words on top and its loss in sight', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('./en/stability/');
  await stateIs(page, 'done');
  // Nobody has begun the walk yet.
  const walk = page.getByRole('region', { name: 'A walk through, for a lecture' });
  await expect(walk.getByRole('button', { name: 'Begin the walk' })).toBeVisible();
  await walk.getByText('All stops').click();
  await walk.getByRole('link', { name: 'Fifty layers that do not train' }).click();
  await expect(walk).toContainText('Stop 10 of 12');
  await stateIs(page, 'done');
  await expect(page.getByRole('figure', { name: 'Loss of each step' })).toBeInViewport();
  expect((await walk.boundingBox())!.y).toBeLessThan(20);
  await walk.getByRole('button', { name: 'Next stop' }).click();
  await expect(page).toHaveURL(/preset=rescued/);
  await stateIs(page, 'done');
});

test('what was trained is there again after a look elsewhere', async ({ page }) => {
  const view = await open(page, { ...grid, run: 1 });
  await stateIs(page, 'done');
  await view.locator('tbody button').nth(4).press('Enter');
  // The cell is gone: the focus is on the heading of what it opened.
  await expect(page.locator('#view')).toBeFocused();
  await stateIs(page, 'done');
  await expect(view.getByText('1/nₒᵤₜ, learning rate 0.0003', { exact: true })).toBeVisible();
  await view.getByRole('button', { name: 'Back to the grid' }).click();
  await expect(view.getByText('16 of 16 trained')).toBeVisible();
  await expect(view.locator('tbody button').nth(4)).toBeFocused();
  await stateIs(page, 'done');

  await page.getByRole('button', { name: 'Training deep networks' }).click();
  await expect(view.getByText('20 of 20 steps')).toBeVisible();
  await page.getByRole('button', { name: 'One factor at a time' }).click();
  await page.getByRole('button', { name: 'Training deep networks' }).click();
  await expect(view.getByText('20 of 20 steps')).toBeVisible();
  // Other settings, another run.
  await page.getByRole('button', { name: 'One factor at a time' }).click();
  await page.goto(`./en/stability/?${query({ preset: 'stuck' })}`);
  await stateIs(page, 'idle');
});

test('slowly, so that one can talk over it, and fast again', async ({ page }) => {
  const view = await open(page, { preset: 'stuck', ...small, steps: 400 });
  const slowly = view.getByRole('checkbox', { name: 'Slowly, for a lecture' });
  await slowly.check();
  await view.getByRole('button', { name: words.en.train, exact: true }).click();
  await expect(view.getByText(/^[1-9] of 400 steps/)).toBeVisible();
  // Four hundred steps would take more than a minute.
  await slowly.uncheck();
  await stateIs(page, 'done', 30_000);
  await expect(view.locator('.mark-name')).toHaveCount(0);
});
