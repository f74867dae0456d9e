// Times the lab against its rivals, and watches the page while it trains.
//   npm run bench -- [step] [members] [exact] [page] [--backend wasm|webgl] [--json] [--check]
// Figures go to stdout, news to stderr. With --check it fails where a bound is missed.
import { parseArgs } from 'node:util';
import { judge, judgePage, type PageLine, type RatioLine } from './bounds.ts';
import type { Timed } from './contestant.ts';
import { pairedRatio, quantile } from './ratio.ts';

const names = ['step', 'members', 'exact', 'page'] as const;
type Name = (typeof names)[number];
const backends = ['wasm', 'webgl'] as const;
type Backend = (typeof backends)[number];

interface Options {
  chosen: Name[];
  on: Backend[];
  json: boolean;
  check: boolean;
}

function options(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      backend: { type: 'string' },
      json: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  });
  const known = <T extends string>(all: readonly T[], text: string, what: string): T => {
    const found = all.find((one) => one === text);
    if (!found) throw new Error(`No ${what} "${text}"; there are: ${all.join(', ')}`);
    return found;
  };
  return {
    chosen:
      positionals.length > 0 ? positionals.map((n) => known(names, n, 'benchmark')) : [...names],
    on: values.backend ? [known(backends, values.backend, 'backend')] : [...backends],
    json: values.json,
    check: values.check,
  };
}

/** Where what is bounded is our own time over the other's. */
const oursOverTheirs: readonly RatioLine['against'][] = ['products', '2^10'];

const news = (line: string) => console.error(line);

async function race(bench: RatioLine['bench'], backend: Backend): Promise<Timed[]> {
  news(`${bench} on ${backend} …`);
  if (backend === 'wasm') return (await import('./on-wasm.ts')).raceOnWasm(bench);
  return (await import('./on-webgl.ts')).raceOnWebgl(bench, news);
}

/** The lines of one race: the first contestant is ours. */
function linesOf(
  bench: RatioLine['bench'],
  backend: Backend,
  [own, ...rivals]: Timed[],
): RatioLine[] {
  return rivals.map((rival) => {
    const against = rival.name as RatioLine['against'];
    const { ratio, spread } = oursOverTheirs.includes(against)
      ? pairedRatio(own, rival)
      : pairedRatio(rival, own);
    return { bench, backend, against, ratio, spread };
  });
}

function printRace(lines: RatioLine[], timed: Timed[], unit = 'ms'): void {
  for (const { name, times } of timed) {
    console.log(
      `  ${name.padEnd(13)} ${quantile(times, 0.5).toFixed(2).padStart(10)} ${unit} (median)`,
    );
  }
  for (const line of lines) {
    const [low, high] = line.spread.map((x) => x.toFixed(2));
    const { bound, holds } = judge(line);
    const what = oursOverTheirs.includes(line.against)
      ? `ours / ${line.against}`
      : `${line.against} / ours`;
    console.log(
      `  ${what.padEnd(18)} ${line.ratio.toFixed(2)} (${low} to ${high}); ${bound} ${holds ? 'holds' : 'is MISSED'}`,
    );
  }
}

function printPage(line: PageLine): void {
  console.log('page on wasm, while four variants train');
  console.log(`  longest task of the main thread ${line.longestTask.toFixed(1)} ms`);
  console.log(`  most computing in one task      ${line.longestWork.toFixed(1)} ms`);
  console.log(`  95% of the gaps between frames are below ${line.gapP95.toFixed(1)} ms`);
  console.log(`  on the idle page                         ${line.idleGapP95.toFixed(1)} ms`);
  const { bound, holds } = judgePage(line);
  console.log(`  longest task ${bound} ${holds ? 'holds' : 'is MISSED'}`);
}

async function main(): Promise<boolean> {
  const { chosen, on, json, check } = options();
  // Whatever a library says of itself must not stand among the figures.
  console.info = console.debug = news;
  let allHold = true;
  for (const name of chosen) {
    if (name === 'page') {
      if (!on.includes('wasm')) continue;
      const line = await (await import('./page.ts')).watchPage(news);
      if (json) console.log(JSON.stringify(line));
      else printPage(line);
      allHold &&= judgePage(line).holds;
      continue;
    }
    for (const backend of on) {
      const timed = await race(name, backend);
      const lines = linesOf(name, backend, timed);
      if (json) lines.forEach((line) => console.log(JSON.stringify(line)));
      else {
        console.log(`${name} on ${backend}`);
        printRace(lines, timed);
      }
      allHold &&= lines.every((line) => judge(line).holds);
    }
    if (name === 'exact' && on.includes('wasm')) {
      news('exact, 2^20 subnetworks beside 2^10 …');
      const timed = (await import('./exact.ts')).raceSizes();
      const lines = linesOf('exact', 'wasm', timed);
      if (json) lines.forEach((line) => console.log(JSON.stringify(line)));
      else {
        console.log('exact, for one subnetwork on one point');
        printRace(lines, timed, 'ns');
      }
      allHold &&= lines.every((line) => judge(line).holds);
    }
  }
  return allHold || !check;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
