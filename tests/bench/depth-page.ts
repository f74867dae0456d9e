import type { DepthLine } from './bounds.ts';
import { quantile } from './ratio.ts';
import { onSite, watchRun, type WatchedRun } from './watched-page.ts';

/** One network of 200 layers of 256 units; the page follows it as soon as it is open. */
const link = 'en/stability/?depth=200&width=256&networks=1';

/** What the link says beside. */
const networks = [
  { network: 'plain', query: '' },
  { network: 'residual', query: '&residual=scaled&branch=2' },
  { network: 'orthogonal', query: '&init=orthogonal' },
];

/** Each link is opened anew this often, and the medians count. */
const openings = 5;

/** Watches the main thread of the stability page, and its clock, while it follows one deep network. */
export function watchDepth(report: (line: string) => void): Promise<DepthLine[]> {
  return onSite(async (browser, url) => {
    const lines: DepthLine[] = [];
    for (const { network, query } of networks) {
      report(`depth on the page, ${network} …`);
      const runs: WatchedRun[] = [];
      for (let i = 0; i < openings; i++)
        runs.push(await watchRun(browser, `${url}${link}${query}`, report));
      const median = (of: (run: WatchedRun) => number) => quantile(runs.map(of), 0.5);
      lines.push({
        bench: 'depth',
        backend: 'wasm',
        network,
        longestTask: median((run) => run.longestTask),
        longestWork: median((run) => run.longestWork),
        seconds: median((run) => run.seconds),
      });
    }
    return lines;
  });
}
