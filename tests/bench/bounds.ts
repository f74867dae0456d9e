/** One line of what the benchmarks print with `--json`: of a race. */
export interface RatioLine {
  bench: 'step' | 'members' | 'exact' | 'depth';
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
  { bench: 'depth', backend: 'wasm', against: 'products', most: 8 },
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

/** The line of one link to the stability page, while it follows one deep network. */
export interface DepthLine {
  bench: 'depth';
  backend: 'wasm';
  /** What the network is. */
  network: string;
  /** As in `PageLine`, in milliseconds. */
  longestTask: number;
  longestWork: number;
  /** From the question to the answer. */
  seconds: number;
}

export type Line = RatioLine | PageLine | DepthLine;

/** No task of the page's own on the main thread may be longer, in milliseconds. */
const longestTask = 50;

/** One deep network may take no more seconds of a page. */
const longestAnswer = 2;

/** The bound of what was measured, in words, and whether it holds. */
export function judge(line: Line): { bound: string; holds: boolean } {
  if ('against' in line) return judgeRatio(line);
  const smooth = line.longestTask <= longestTask;
  if (line.bench === 'page') return { bound: `≤ ${longestTask} ms`, holds: smooth };
  return {
    bound: `≤ ${longestTask} ms and ≤ ${longestAnswer} s`,
    holds: smooth && line.seconds <= longestAnswer,
  };
}

function judgeRatio(line: RatioLine): { bound: string; holds: boolean } {
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
