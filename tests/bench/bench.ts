// Times the lab against its rivals, and watches the page while it trains.
//   npm run bench -- [step] [members] [exact] [depth] [page] [--backend wasm|webgl] [--json] [--check]
// Figures go to stdout, news to stderr. With --check it fails where a bound is missed.
import { parseArgs } from 'node:util';
import { judge, type Line, type RatioLine } from './bounds.ts';
import type { Timed } from './contestant.ts';
import { isOursOverTheirs, printDepth, printPage, printRace } from './print.ts';
import { pairedRatio } from './ratio.ts';

const names = ['step', 'members', 'exact', 'depth', 'page'] as const;
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

const news = (line: string) => console.error(line);

async function race(bench: RatioLine['bench'], backend: Backend): Promise<Timed[]> {
  news(`${bench} on ${backend} …`);
  if (backend === 'wasm') return (await import('./on-wasm.ts')).raceOnWasm(bench);
  if (bench === 'depth') throw new Error('Depth is raced on WASM alone.');
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
    const { ratio, spread } = isOursOverTheirs(against)
      ? pairedRatio(own, rival)
      : pairedRatio(rival, own);
    return { bench, backend, against, ratio, spread };
  });
}

async function main(): Promise<boolean> {
  const { chosen, on, json, check } = options();
  // Whatever a library says of itself must not stand among the figures.
  console.info = console.debug = news;
  let allHold = true;
  const give = (lines: readonly Line[], print: () => void) => {
    if (json) lines.forEach((line) => console.log(JSON.stringify(line)));
    else print();
    allHold &&= lines.every((line) => judge(line).holds);
  };
  const giveRace = (lines: RatioLine[], timed: Timed[], title: string, unit?: string) =>
    give(lines, () => printRace(title, lines, timed, unit));

  for (const name of chosen) {
    for (const backend of on) {
      if (name === 'page' || (name === 'depth' && backend !== 'wasm')) continue;
      const timed = await race(name, backend);
      giveRace(linesOf(name, backend, timed), timed, `${name} on ${backend}`);
    }
    // The rest is measured on WASM alone.
    if (!on.includes('wasm')) continue;
    if (name === 'exact') {
      news('exact, 2^20 subnetworks beside 2^10 …');
      const timed = (await import('./exact.ts')).raceSizes();
      const lines = linesOf('exact', 'wasm', timed);
      giveRace(lines, timed, 'exact, for one subnetwork on one point', 'ns');
    }
    if (name === 'depth') {
      const lines = await (await import('./depth-page.ts')).watchDepth(news);
      give(lines, () => printDepth(lines));
    }
    if (name === 'page') {
      const line = await (await import('./page.ts')).watchPage(news);
      give([line], () => printPage(line));
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
