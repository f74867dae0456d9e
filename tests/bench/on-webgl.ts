import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { runInWorker } from '../on-webgl/run-in-worker.ts';
import type { Timed } from './contestant.ts';
import type { WorkName } from './work.ts';

/** The race on WebGL, in a worker of a headless browser; `report` gets its news. */
export async function raceOnWebgl(
  name: WorkName | 'exact',
  report: (line: string) => void,
): Promise<Timed[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dropout-lab-bench-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Benchmark</title>');
  const site = await serve({ folder, port: 0 });
  const browser = await chromium.launch(await findBrowser({ webgl: true }));
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    const entry = fileURLToPath(new URL('webgl-main.ts', import.meta.url));
    const { timed } = await runInWorker<{ timed: Timed[] }>(page, entry, name, report);
    return timed;
  } finally {
    await browser.close();
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}
