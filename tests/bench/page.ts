import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import type { PageLine } from './bounds.ts';
import { quantile } from './ratio.ts';
import { longestTaskOf } from './trace.ts';

/** How long the page is watched: to the end of the run, but not longer; and while it is idle. */
const longest = 90_000;
const idle = 5_000;

/** What the page notes about itself, from before its first script on. */
interface Notes {
  frames: number[];
  marks: { state: string; at: number }[];
}

/** Runs in the page: notes the time of every frame and of every change of `data-run`. */
function takeNotes(): void {
  const notes: Notes = { frames: [], marks: [] };
  (window as unknown as { notes: Notes }).notes = notes;
  const frame = (at: number) => {
    notes.frames.push(at);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const look = () => {
    const state = document.querySelector('[data-run]')?.getAttribute('data-run');
    if (!state || state === notes.marks.at(-1)?.state) return;
    notes.marks.push({ state, at: performance.now() });
    performance.mark(`data-run ${state}`);
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: ['data-run'],
  });
}

/** The gaps between frames that lie between two times. */
function gaps(frames: readonly number[], from: number, to: number): number[] {
  const seen = frames.filter((at) => at >= from && at <= to);
  return seen.slice(1).map((at, i) => at - seen[i]);
}

const notesOf = (page: Page) => page.evaluate(() => (window as unknown as { notes: Notes }).notes);

async function open(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(takeNotes);
  await page.goto(url);
  return page;
}

async function watchIdle(browser: Browser, url: string): Promise<number> {
  const page = await open(browser, url);
  await page.locator('[data-run="idle"]').waitFor();
  const from = await page.evaluate(() => performance.now());
  await page.waitForFunction((until) => performance.now() > until, from + idle);
  const { frames } = await notesOf(page);
  await page.close();
  return quantile(gaps(frames, from, from + idle), 0.95);
}

async function watchRun(
  browser: Browser,
  url: string,
  report: (line: string) => void,
): Promise<Pick<PageLine, 'longestTask' | 'longestWork' | 'gapP95'>> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(takeNotes);
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  await page.goto(url);
  await page.locator('[data-run="running"]').waitFor({ timeout: longest });
  await page
    .locator('[data-run="done"], [data-run="failed"]')
    .waitFor({ timeout: longest })
    .catch(() => report(`Not done after ${longest / 1000} s; measured so far.`));
  const trace = await browser.stopTracing();
  const { frames, marks } = await notesOf(page);
  const at = (state: string) => marks.find((mark) => mark.state === state)?.at;
  if (at('failed') !== undefined) throw new Error('The run failed.');
  const from = at('running') ?? 0;
  const to = at('done') ?? frames.at(-1) ?? from;
  report(`Four variants trained for ${((to - from) / 1000).toFixed(1)} s.`);
  const task = longestTaskOf(trace, 'data-run running', 'data-run done');
  await page.close();
  return {
    longestTask: task.wall,
    longestWork: task.cpu,
    gapP95: quantile(gaps(frames, from, to), 0.95),
  };
}

/** Watches the main thread of the built lab while four variants train on WASM, and the idle page. */
export async function watchPage(report: (line: string) => void): Promise<PageLine> {
  const site = await serve({ port: 0 });
  // Without WebGL, since software WebGL would draw the page on the cores that train.
  const browser = await chromium.launch(await findBrowser({ webgl: false }));
  try {
    const lab = `${site.url}en/dropout/`;
    const idleGapP95 = await watchIdle(browser, lab);
    const run = await watchRun(browser, `${lab}?run=1&backend=wasm`, report);
    return { bench: 'page', backend: 'wasm', ...run, idleGapP95 };
  } finally {
    await browser.close();
    await site.close();
  }
}
