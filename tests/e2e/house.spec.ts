import { expect } from '@playwright/test';
import { test } from './support/test.ts';
import { watch } from './support/watch.ts';

const homes = [
  { lang: 'en', tag: 'en' },
  { lang: 'zh', tag: 'zh-Hans' },
];

for (const { lang, tag } of homes) {
  test(`the home page in ${tag} says its language and stays within its own origin`, async ({
    page,
  }) => {
    await page.goto(`./${lang}/`);
    await expect(page.locator('html')).toHaveAttribute('lang', tag);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
  });

  test(`the home page in ${tag} has a strict content security policy`, async ({
    request,
    baseURL,
  }) => {
    const html = await (await request.get(`${baseURL}${lang}/`)).text();
    expect(html).toContain(`<html lang="${tag}"`);
    const policy = /http-equiv="content-security-policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    const scripts = /script-src ([^;]+)/.exec(policy)?.[1] ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(scripts).toContain("'sha256-");
    expect(scripts).not.toMatch(/'unsafe-eval'|'unsafe-inline'|https?:|\*/);
  });

  test(`the root leads a reader of ${tag} to the pages in that language`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ locale: lang === 'zh' ? 'zh-CN' : 'en-GB' });
    const problems = watch(context, new URL(baseURL!).origin);
    const page = await context.newPage();
    await page.goto(baseURL!);
    await page.waitForURL(`${baseURL}${lang}/`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(problems).toEqual([]);
    await context.close();
  });
}

test('the root works without script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(baseURL!);
  await expect(page.getByRole('link', { name: 'English' })).toBeVisible();
  await page.getByRole('link', { name: '简体中文' }).click();
  await page.waitForURL(`${baseURL}zh/`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await context.close();
});

test('this browser has WebGL with float32 render targets', async ({ page }) => {
  await page.goto('./en/');
  const extension = await page.evaluate(() =>
    new OffscreenCanvas(1, 1).getContext('webgl2')?.getExtension('EXT_color_buffer_float'),
  );
  expect(extension).toBeTruthy();
});
