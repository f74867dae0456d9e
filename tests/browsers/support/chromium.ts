import { chromium } from 'playwright';
import { findInstalledBrowser, launchArguments } from '../../../scripts/browser.mjs';
import { patience, type OpenTab } from './tab.ts';

/** Chromium by Playwright, as the end-to-end tests have it: what the others are compared with. */
export const openChromium: OpenTab = async () => {
  const executablePath = await findInstalledBrowser();
  if (!executablePath) return { missing: 'no Chromium was found' };
  const args = launchArguments({ webgl: true });
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage();
  const exceptions: string[] = [];
  page.on('pageerror', (error) => exceptions.push(error.message));
  return {
    name: 'Chromium',
    version: browser.version(),
    exceptions,
    goto: async (url) => void (await page.goto(url, { timeout: patience })),
    run: (does, ...args) => page.evaluate(`(${String(does)})(...${JSON.stringify(args)})`) as never,
    choose: (selector, paths) =>
      page
        .locator(`${selector} input[type=file]`)
        .first()
        .setInputFiles([...paths]),
    close: () => browser.close(),
  };
};
