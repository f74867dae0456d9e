import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const pages = [
  { lang: 'en', sample: 'Sample', many: '1,000 samples', none: 'None', inference: 'Inference' },
  { lang: 'zh', sample: '抽样', many: '抽样 1,000 次', none: '不缩放', inference: '推断' },
];

for (const { lang, sample, many, none, inference } of pages) {
  test(`five units in ${lang}: samples, figures beside their closed forms, both ends of p`, async ({
    page,
  }) => {
    await page.goto(`./${lang}/units/`);
    const cells = async (column: number) =>
      (await page.locator(`tbody tr td:nth-child(${column})`).allTextContents()).map(Number);
    const h = await cells(2);

    // By keyboard alone: one sample, whose kept units are doubled at p = ½.
    const one = page.getByRole('button', { name: sample, exact: true });
    // It comes to life with the script.
    await expect(one).toBeEnabled();
    await one.focus();
    await page.keyboard.press('Enter');
    const values = await cells(3);
    values.forEach((value, unit) => expect([0, 2 * h[unit]]).toContain(value));

    await page.getByRole('button', { name: many }).click();
    const [mean, expectedMean, variance, expectedVariance] = await Promise.all(
      [4, 5, 6, 7].map(cells),
    );
    h.forEach((x, unit) => {
      expect(expectedMean[unit]).toBeCloseTo(x, 6);
      expect(expectedVariance[unit]).toBeCloseTo(x * x, 2);
      // 4.5 standard errors of a mean over 1,001 samples, and the rounding to three digits.
      expect(Math.abs(mean[unit] - x)).toBeLessThan(4.5 * (x / Math.sqrt(1001)) + 0.006);
      expect(Math.abs(variance[unit] - x * x)).toBeLessThan(0.06 * x * x + 0.006);
    });

    const p = page.getByRole('slider');
    await p.fill('1');
    await page.getByRole('button', { name: sample, exact: true }).click();
    expect(await cells(3)).toEqual([0, 0, 0, 0, 0]);
    expect(await cells(5)).toEqual([0, 0, 0, 0, 0]);
    await p.fill('0');
    await page.getByRole('button', { name: sample, exact: true }).click();
    expect(await cells(3)).toEqual(h);

    await p.fill('0.5');
    await page.getByRole('radio', { name: none, exact: true }).check();
    expect(await cells(5)).toEqual(h.map((x) => x / 2));
    await page.getByRole('radio', { name: inference, exact: true }).check();
    await page.getByRole('button', { name: sample, exact: true }).click();
    expect(await cells(3)).toEqual(h);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`five units in ${lang}, ${colorScheme}: accessible, and nothing wider than a phone`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 360, height: 800 });
      await page.goto(`./${lang}/units/`);
      await page.getByRole('button', { name: many }).click();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}
