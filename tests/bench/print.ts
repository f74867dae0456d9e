import { judge, type DepthLine, type PageLine, type RatioLine } from './bounds.ts';
import type { Timed } from './contestant.ts';
import { quantile } from './ratio.ts';

/** Where what is bounded is our own time over the other's. */
const oursOverTheirs: readonly RatioLine['against'][] = ['products', '2^10'];

/** Whether the ratio of a line is ours over theirs. */
export const isOursOverTheirs = (against: RatioLine['against']) => oursOverTheirs.includes(against);

const verdict = (line: Parameters<typeof judge>[0]) => {
  const { bound, holds } = judge(line);
  return `${bound} ${holds ? 'holds' : 'is MISSED'}`;
};

export function printRace(title: string, lines: RatioLine[], timed: Timed[], unit = 'ms'): void {
  console.log(title);
  for (const { name, times } of timed) {
    console.log(
      `  ${name.padEnd(13)} ${quantile(times, 0.5).toFixed(2).padStart(10)} ${unit} (median)`,
    );
  }
  for (const line of lines) {
    const [low, high] = line.spread.map((x) => x.toFixed(2));
    const { against } = line;
    const what = isOursOverTheirs(against) ? `ours / ${against}` : `${against} / ours`;
    console.log(
      `  ${what.padEnd(18)} ${line.ratio.toFixed(2)} (${low} to ${high}); ${verdict(line)}`,
    );
  }
}

export function printPage(line: PageLine): void {
  console.log('page on wasm, while four variants train');
  console.log(`  longest task of the main thread ${line.longestTask.toFixed(1)} ms`);
  console.log(`  most computing in one task      ${line.longestWork.toFixed(1)} ms`);
  console.log(`  95% of the gaps between frames are below ${line.gapP95.toFixed(1)} ms`);
  console.log(`  on the idle page                         ${line.idleGapP95.toFixed(1)} ms`);
  console.log(`  longest task ${verdict(line)}`);
}

export function printDepth(lines: DepthLine[]): void {
  console.log('depth on the page, while it follows one network of 200 layers of 256 units');
  for (const line of lines) {
    const { network, longestTask, longestWork, seconds } = line;
    const task = `longest task ${longestTask.toFixed(1)} ms (computing ${longestWork.toFixed(1)})`;
    console.log(`  ${network.padEnd(10)} ${seconds.toFixed(2)} s, ${task}; ${verdict(line)}`);
  }
}
