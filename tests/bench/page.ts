import type { PageLine } from './bounds.ts';
import { quantile } from './ratio.ts';
import { onSite, watchIdle, watchRun } from './watched-page.ts';

/** How long the page is watched while it is idle, in milliseconds. */
const idle = 5_000;

/** Watches the main thread of the built lab while four variants train on WASM, and the idle page. */
export function watchPage(report: (line: string) => void): Promise<PageLine> {
  return onSite(async (browser, url) => {
    const lab = `${url}en/dropout/`;
    const idleGaps = await watchIdle(browser, lab, idle);
    const run = await watchRun(browser, `${lab}?run=1&backend=wasm`, report);
    report(`Four variants trained for ${run.seconds.toFixed(1)} s.`);
    return {
      bench: 'page',
      backend: 'wasm',
      longestTask: run.longestTask,
      longestWork: run.longestWork,
      gapP95: quantile(run.gaps, 0.95),
      idleGapP95: quantile(idleGaps, 0.95),
    };
  });
}
