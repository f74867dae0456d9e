import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.mjs';

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

const browser = {
  webgl: await findBrowser({ webgl: true }),
  'no-webgl': await findBrowser({ webgl: false }),
};

// Playwright's own processes read this file again: they take the first one's answers.
process.env.CHROME_PATH = browser.webgl.executablePath;
process.env.E2E_PORT ??= String(await freePort());

// A sub-path, because the built site has to work from any.
const address = `http://127.0.0.1:${process.env.E2E_PORT}/some/where/`;
const withoutWebgl = /\.no-webgl\.spec\.ts$/;

export default defineConfig({
  testDir: 'tests/e2e',
  // Software WebGL on two cores is slow; nothing here may depend on being fast.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  // Half of what a test takes is waiting for one thread of its own: two share two cores well.
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    baseURL: address,
    // Traces take a tenth of all the time, and where a machine runs the tests nobody gets to see them.
    trace: process.env.CI ? 'off' : { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'webgl',
      testIgnore: withoutWebgl,
      use: { browserName: 'chromium', launchOptions: browser.webgl },
    },
    {
      name: 'no-webgl',
      testMatch: withoutWebgl,
      use: { browserName: 'chromium', launchOptions: browser['no-webgl'] },
    },
  ],
  webServer: {
    command: `node scripts/serve.mjs --strict-port --port ${process.env.E2E_PORT} --base /some/where/`,
    url: address,
    reuseExistingServer: false,
  },
});
