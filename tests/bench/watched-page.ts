import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { longestTaskOf } from './trace.ts';

/** A page is watched to the end of its run, but not longer, in milliseconds. */
const longest = 90_000;

/** And for so long while it draws the outcome. */
const drawing = 500;

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

const notesOf = (page: Page) => page.evaluate(() => (window as unknown as { notes: Notes }).notes);

async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(takeNotes);
  return page;
}

/** Waits while the page's own clock goes on by `time` milliseconds, and gives the time before. */
async function pause(page: Page, time: number): Promise<number> {
  const from = await page.evaluate(() => performance.now());
  await page.waitForFunction((until) => performance.now() > until, from + time);
  return from;
}

/** The gaps between frames that lie between two times. */
function gaps(frames: readonly number[], from: number, to: number): number[] {
  const seen = frames.filter((at) => at >= from && at <= to);
  return seen.slice(1).map((at, i) => at - seen[i]);
}

/** Hands a headless browser and the address of the built site to `use`, and closes both. */
export async function onSite<T>(use: (browser: Browser, url: string) => Promise<T>): Promise<T> {
  const site = await serve({ port: 0 });
  // Without WebGL, since software WebGL would draw the page on the cores that compute.
  const browser = await chromium.launch(await findBrowser({ webgl: false }));
  try {
    return await use(browser, site.url);
  } finally {
    await browser.close();
    await site.close();
  }
}

/** The gaps between frames of a page that does nothing, over `time` milliseconds. */
export async function watchIdle(browser: Browser, url: string, time: number): Promise<number[]> {
  const page = await newPage(browser);
  await page.goto(url);
  await page.locator('[data-run="idle"]').waitFor();
  const from = await pause(page, time);
  const { frames } = await notesOf(page);
  await page.close();
  return gaps(frames, from, from + time);
}

/** A run, between the moments when `data-run` became `running` and `done`. */
export interface WatchedRun {
  /**
   * The longest task of the main thread, in milliseconds: by the clock, and by computing time. Those that
   * drew the outcome are among them.
   */
  longestTask: number;
  longestWork: number;
  /** Milliseconds between the frames. */
  gaps: number[];
  seconds: number;
}

/** Opens a page that runs by itself, and watches its main thread. */
export async function watchRun(
  browser: Browser,
  url: string,
  report: (line: string) => void,
): Promise<WatchedRun> {
  const page = await newPage(browser);
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  await page.goto(url);
  await page
    .locator('[data-run="done"], [data-run="failed"]')
    .waitFor({ timeout: longest })
    .catch(() => report(`Not done after ${longest / 1000} s; measured so far.`));
  await pause(page, drawing);
  const trace = await browser.stopTracing();
  const { frames, marks } = await notesOf(page);
  await page.close();
  const at = (state: string) => marks.find((mark) => mark.state === state)?.at;
  if (at('failed') !== undefined) throw new Error('The run failed.');
  const from = at('running') ?? 0;
  const to = at('done') ?? frames.at(-1) ?? from;
  const task = longestTaskOf(trace, 'data-run running', 'data-run done', drawing);
  return {
    longestTask: task.wall,
    longestWork: task.cpu,
    gaps: gaps(frames, from, to),
    seconds: (to - from) / 1000,
  };
}
