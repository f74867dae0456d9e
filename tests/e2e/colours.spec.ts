import { expect, type Locator, type Page } from '@playwright/test';
import { openLab, query, stateIs } from './support/lab.ts';
import { test } from './support/test.ts';

/**
 * What canvases are painted with, pixel by pixel: the build writes colours otherwise than the source
 * does, and a canvas does not follow the page's custom properties by itself.
 */

type Rgb = [number, number, number];

/** A colour of the theme, as the browser reads it where `element` stands. */
const token = (element: Locator, name: string): Promise<Rgb> =>
  element.evaluate((element, name) => {
    const probe = element.ownerDocument.createElement('i');
    probe.style.color = `var(${name})`;
    element.parentElement!.append(probe);
    const [r, g, b] = getComputedStyle(probe).color.match(/\d+/g)!.map(Number);
    probe.remove();
    return [r, g, b] as Rgb;
  }, name);

/** All colours of a canvas that are not see-through, the most frequent first. */
const colours = (canvas: Locator): Promise<Rgb[]> =>
  canvas.evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    const counts = new Map<string, number>();
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] < 250) continue;
      const key = `${data[i]},${data[i + 1]},${data[i + 2]}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts]
      .sort((a, b) => b[1] - a[1])
      .map(([key]) => key.split(',').map(Number) as Rgb);
  });

/** How far the nearest of some colours is from one, in the channel that differs most. */
const nearest = (found: readonly Rgb[], wanted: Rgb) =>
  Math.min(...found.map((rgb) => Math.max(...rgb.map((value, i) => Math.abs(value - wanted[i])))));

async function both(page: Page, look: (theme: 'light' | 'dark') => Promise<void>) {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await look(theme);
  }
}

test('boundary maps are the surface at p = ½ and the colours of the classes where it is certain', async ({
  page,
}) => {
  const link = query({ backend: 'wasm', run: 1, epochs: 60, variants: 'single,dropout' });
  await page.goto(`./zh/subnetworks/?${link}`);
  await stateIs(page, 'done');
  const view = page.getByRole('region', { name: '决策边界' });
  await view.getByRole('heading').scrollIntoViewIfNeeded();
  const maps = view.locator('.map canvas:first-child');
  await expect.poll(() => maps.count(), { timeout: 120_000 }).toBe(6);
  await expect(view.getByText('100.0%')).toBeVisible({ timeout: 120_000 });

  await both(page, async (theme) => {
    const surface = await token(maps.first(), '--surface-raised');
    const scale = view.locator('.scale canvas').first();
    await expect
      .poll(async () => nearest(await colours(scale), surface), { message: `scale, ${theme}` })
      .toBeLessThanOrEqual(3);
    for (const map of await maps.all()) {
      await expect
        .poll(async () => nearest(await colours(map), surface), { message: `map, ${theme}` })
        .toBeLessThanOrEqual(12);
      // Most of a light map is far from black, which a colour that could not be read once was.
      if (theme === 'light')
        expect(nearest((await colours(map)).slice(0, 5), [0, 0, 0])).toBeGreaterThan(60);
    }
  });
});

test('digits are drawn in the ink of the theme', async ({ page }) => {
  await openLab(page, {});
  const digit = page.locator('section[aria-labelledby="data"] canvas').first();
  await both(page, async (theme) => {
    const ink = await token(digit, '--ink');
    await expect
      .poll(async () => nearest(await colours(digit), ink), { message: theme })
      .toBeLessThanOrEqual(2);
  });
});

test('the heat map of the stability lab has the sunken surface for nothing and the accent for most', async ({
  page,
}) => {
  await page.goto('./en/stability/?preset=sigmoid&run=1');
  const map = page.locator('.chart canvas').first();
  await expect(map).toBeVisible({ timeout: 60_000 });
  await both(page, async (theme) => {
    for (const name of ['--surface-sunken', '--accent']) {
      const wanted = await token(map, name);
      await expect
        .poll(async () => nearest(await colours(map), wanted), { message: `${name}, ${theme}` })
        .toBeLessThanOrEqual(2);
    }
  });
});
