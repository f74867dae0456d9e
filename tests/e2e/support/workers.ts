import { expect, type Page, type Worker } from '@playwright/test';

/** Bad days of workers, made from outside: the site knows nothing of them. */

/** Code that stands before the trainer's own. */
export const beforeTrainer = (page: Page, code: string) => before('trainer', page, code);

/** Code that stands before the own code of the worker of the stability lab. */
export const beforeProber = (page: Page, code: string) => before('prober', page, code);

async function before(name: 'trainer' | 'prober', page: Page, code: string): Promise<void> {
  await page.route(new RegExp(`/${name}[^/]*\\.js$`), async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${code}\n${await response.text()}` });
  });
}

/** The workers that train. */
export const trainers = (page: Page): Worker[] =>
  page.workers().filter((worker) => /\/trainer[^/]*\.js$/.test(worker.url()));

/** The one that trains, once the others are gone: scouts, and one that was replaced. */
export async function onlyTrainer(page: Page): Promise<Worker> {
  await expect.poll(() => trainers(page).length).toBe(1);
  return trainers(page)[0];
}

/** The workers of the stability lab. */
export const probers = (page: Page): Worker[] =>
  page.workers().filter((worker) => /\/prober[^/]*\.js$/.test(worker.url()));

/** Remembers every WebGL context that a worker makes, so that a test can lose the last one. */
export const rememberContexts = `
  self.contexts = [];
  const getContext = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (...of) {
    const context = getContext.apply(this, of);
    if (context) self.contexts.push(context);
    return context;
  };`;

/** Loses the WebGL context of a worker, as a driver would. */
export async function loseContext(worker: Worker): Promise<void> {
  const lost = await worker.evaluate(() => {
    const { contexts } = self as unknown as { contexts: WebGL2RenderingContext[] };
    const extension = contexts[contexts.length - 1]?.getExtension('WEBGL_lose_context');
    extension?.loseContext();
    return Boolean(extension);
  });
  expect(lost).toBe(true);
}

/** Throws in a worker, where nobody catches it. */
export async function throwIn(worker: Worker, message: string): Promise<void> {
  await worker.evaluate((text) => {
    setTimeout(() => {
      throw new Error(text);
    });
  }, message);
}
