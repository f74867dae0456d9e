import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { launch } from 'puppeteer-core';
import { patience, type OpenTab } from './tab.ts';

function executable(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const named = folders.flatMap((folder) => ['firefox-esr', 'firefox'].map((n) => join(folder, n)));
  return [process.env.FIREFOX_PATH ?? '', ...named].find((path) => path && existsSync(path));
}

/** Firefox by Puppeteer over WebDriver BiDi. */
export const openFirefox: OpenTab = async () => {
  const executablePath = executable();
  if (!executablePath) return { missing: 'no firefox-esr and no firefox was found' };
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    timeout: patience,
    // A run may take longer than a driver waits for an answer.
    protocolTimeout: 600_000,
    extraPrefsFirefox: { 'webgl.force-enabled': true },
  });
  const page = await browser.newPage();
  const exceptions: string[] = [];
  page.on('pageerror', (error) =>
    exceptions.push(error instanceof Error ? error.message : String(error)),
  );
  return {
    name: 'Firefox',
    version: await browser.version(),
    exceptions,
    goto: async (url) => void (await page.goto(url, { timeout: patience, waitUntil: 'load' })),
    run: (does, ...args) => page.evaluate(`(${String(does)})(...${JSON.stringify(args)})`) as never,
    async choose(selector, paths) {
      const input = await page.$(`${selector} input[type=file]`);
      if (!input) throw new Error(`There is no file input below ${selector}`);
      await (input as import('puppeteer-core').ElementHandle<HTMLInputElement>).uploadFile(
        ...paths,
      );
    },
    close: () => browser.close(),
  };
};
