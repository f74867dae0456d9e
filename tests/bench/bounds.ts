/** One line of what the benchmarks print with `--json`. */
export interface RatioLine {
  bench: 'step' | 'members' | 'exact';
  backend: 'wasm' | 'webgl';
  against: 'layers' | 'convnetjs' | 'products' | 'one-at-a-time' | '2^10';
  /** The rival's time over ours; for `products` and `2^10`, ours over theirs. */
  ratio: number;
  spread: [low: number, high: number];
}

/** What a ratio must reach, or must not exceed. */
interface Bound {
  bench: RatioLine['bench'];
  backend: RatioLine['backend'];
  against: RatioLine['against'];
  least?: number;
  most?: number;
}

export const bounds: readonly Bound[] = [
  { bench: 'step', backend: 'wasm', against: 'layers', least: 4 },
  { bench: 'step', backend: 'wasm', against: 'convnetjs', least: 8 },
  { bench: 'step', backend: 'wasm', against: 'products', most: 1.8 },
  { bench: 'step', backend: 'webgl', against: 'layers', least: 1 },
  { bench: 'members', backend: 'wasm', against: 'layers', least: 3 },
  { bench: 'members', backend: 'webgl', against: 'layers', least: 4 },
  { bench: 'exact', backend: 'wasm', against: 'one-at-a-time', least: 50 },
  { bench: 'exact', backend: 'wasm', against: '2^10', most: 1.5 },
  { bench: 'exact', backend: 'webgl', against: 'one-at-a-time', least: 100 },
];

/** The line of the page: milliseconds. */
export interface PageLine {
  bench: 'page';
  backend: 'wasm';
  /** Longest task of the page's main thread while four variants train. */
  longestTask: number;
  /** The most computing in one task: the same without the time in which the thread had no core. */
  longestWork: number;
  /** 95% of the gaps between its frames are shorter, while they train and on the idle page. */
  gapP95: number;
  idleGapP95: number;
}

/** No task of the page's own on the main thread may be longer, in milliseconds. */
const longestTask = 50;

/** The bound of the page, in words, and whether it holds. */
export function judgePage(line: PageLine): { bound: string; holds: boolean } {
  return { bound: `≤ ${longestTask} ms`, holds: line.longestTask <= longestTask };
}

/** The bound of a measured ratio, in words, and whether it holds. */
export function judge(line: RatioLine): { bound: string; holds: boolean } {
  const bound = bounds.find(
    ({ bench, backend, against }) =>
      bench === line.bench && backend === line.backend && against === line.against,
  );
  if (bound?.least !== undefined) {
    return { bound: `≥ ${bound.least}`, holds: line.ratio >= bound.least };
  }
  if (bound?.most !== undefined) {
    return { bound: `≤ ${bound.most}`, holds: line.ratio <= bound.most };
  }
  return { bound: '', holds: true };
}
