import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Model } from '#lib/experiment/model.ts';
import type { Result } from '#lib/experiment/result.ts';
import { moonsCsv } from '../../e2e/support/files.ts';
import type { Tab } from './tab.ts';

/** What a person does on a page, by the page's own script, so that it is the same in every engine. */

declare global {
  interface Window {
    witnessed: { problems: string[]; files: Promise<string>[] };
  }
}

/** Where a tab is, and what it does there. */
export interface Visit {
  tab: Tab;
  /** The address of the site, with a slash at its end. */
  site: string;
}

/** Long enough for any act on a loaded machine. */
const LIMIT = 120_000;

/** Asks the page until it answers with something; `what` says in an error what was waited for. */
async function until<Args extends unknown[], Value>(
  { tab }: Visit,
  what: string,
  asks: (...args: Args) => Value | null | false | undefined | '',
  ...args: Args
): Promise<Value> {
  const end = performance.now() + LIMIT;
  for (;;) {
    const value = await tab.run(asks, ...args);
    if (value) return value;
    if (performance.now() > end) {
      const state = await tab.run(() => document.body.innerText.slice(0, 600));
      throw new Error(`${tab.name} never came to: ${what}. It shows: ${state}`);
    }
    await new Promise((done) => setTimeout(done, 250));
  }
}

/** Opens a page below the site and waits until its program runs. */
async function open(visit: Visit, path: string): Promise<void> {
  await visit.tab.goto(`${visit.site}${path}`);
  await until(visit, 'a page that runs', () => 'started' in document.documentElement.dataset);
}

/** Ends a visit of a page: throws what it threw. */
async function sound({ tab }: Visit): Promise<void> {
  const problems = await tab.run(() => [
    ...window.witnessed.problems,
    ...[...document.querySelectorAll('[role=alert]')].map((one) => one.textContent ?? ''),
  ]);
  if (problems.length > 0) throw new Error(`${tab.name}: ${problems.join('; ')}`);
}

const done = (visit: Visit) =>
  until(visit, 'the end of a run', () => {
    const state = document.querySelector('[data-run]')?.getAttribute('data-run');
    if (state === 'failed')
      throw new Error(document.querySelector('[role=alert]')?.textContent ?? '');
    return state === 'done';
  });

/** Presses the button of a name, wherever it is; the name is as it is read. */
const press = (visit: Visit, name: string) =>
  until(
    visit,
    `a button "${name}"`,
    (name) => {
      const named = [...document.querySelectorAll<HTMLElement>('button, a')].find(
        (one) => (one.getAttribute('aria-label') ?? one.textContent)?.trim() === name,
      );
      named?.click();
      return named !== undefined;
    },
    name,
  );

/** The file that a button hands over. */
async function download(visit: Visit, button: string): Promise<unknown> {
  const before = await visit.tab.run(() => window.witnessed.files.length);
  await press(visit, button);
  await until(visit, `the file of "${button}"`, (n) => window.witnessed.files.length > n, before);
  const text = await visit.tab.run(async (n) => window.witnessed.files[n], before);
  return JSON.parse(text);
}

const digest = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/** Waits until subnetworks have been averaged, and, where there are few enough, all were summed. */
async function averaged(visit: Visit): Promise<void> {
  await until(visit, 'averages', () =>
    /With the weights of step/.test(document.querySelector('main')!.innerText),
  );
  await quiet(visit);
}

/** Weights, curves and estimators of a run that is done: what has to be the same in every engine. */
async function figures(visit: Visit) {
  const result = (await download(visit, 'Download results')) as Result;
  const { variants } = (await download(visit, 'Download model')) as Model;
  return {
    backend: [...new Set(result.variants.map((one) => one.environment?.backend))].join(),
    weights: digest(variants),
    curves: digest(result.variants.map(({ curves }) => curves)),
    figures: result.variants.map(({ variant, step, estimators }) => ({
      variant,
      step,
      estimators,
    })),
    averaging: result.averaging,
  };
}

/** Twelve units that can be dropped: 4,096 subnetworks, all of which are averaged. */
const experiment =
  'train=200&test=300&hidden=8-4&members=3&epochs=6&draws=60&examples=200&variants=single,dropout,subnetworks,shared-subnetworks';

/** The lab, to the end, on a backend: trained, averaged, all subnetworks summed. */
const train = (backend: 'wasm' | 'cpu') => async (visit: Visit) => {
  await open(visit, `en/dropout/?${experiment}&backend=${backend}&run=1`);
  await done(visit);
  await averaged(visit);
  await until(visit, 'the exact mean', () =>
    /all 4,096/.test(document.querySelector('table')!.closest('section')!.innerText),
  );
  const found = await figures(visit);
  await sound(visit);
  return found;
};

/** WebGL in a worker, or the page's own word that there is none. */
async function webgl(visit: Visit) {
  await open(visit, `en/dropout/?${experiment.replace(/,subnetworks,.*/, '')}&backend=webgl&run=1`);
  await done(visit);
  const result = (await download(visit, 'Download results')) as Result;
  await sound(visit);
  return {
    backend: result.variants[0].environment?.backend,
    renderer: result.variants[0].environment?.renderer,
    notices: result.notices.map(({ text }) => text),
    error: result.variants.map(({ estimators }) => estimators[0].testError),
  };
}

/** A table of one's own, through the door; then a run on it. */
async function file(visit: Visit) {
  await open(
    visit,
    'en/dropout/?preset=your-own-data&train=200&test=50&epochs=4&draws=20&variants=single,dropout&backend=wasm',
  );
  const path = '/tmp/dropout-lab-moons.csv';
  writeFileSync(path, moonsCsv(300));
  await until(visit, 'a door', () => document.querySelector('.door input[type=file]') !== null);
  await visit.tab.choose('.door', [path]);
  await until(visit, 'the file in use', () =>
    /In use: dropout-lab-moons\.csv/.test(document.querySelector('.door')!.textContent ?? ''),
  );
  await press(visit, 'Train all 2');
  await done(visit);
  await averaged(visit);
  const found = await figures(visit);
  await sound(visit);
  return found;
}

/** Scrolls through the page once, so that what waits to be in sight begins. */
const scroll = ({ tab }: Visit) =>
  tab.run(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await new Promise((done) => setTimeout(done, 60));
    }
  });

/** Goes through the page until nothing on it is busy any more: some of it computes only while in sight. */
async function quiet(visit: Visit): Promise<void> {
  const busy = () => [
    ...[...document.querySelectorAll('[aria-busy=true]')].map((one) => one.className),
    ...[...document.querySelectorAll('progress')]
      .filter((one) => one.value !== one.max)
      .map((one) => one.getAttribute('aria-label')),
  ];
  const end = performance.now() + LIMIT;
  for (let calm = 0; calm < 2;) {
    await scroll(visit);
    const still = await visit.tab.run(busy);
    calm = still.length === 0 ? calm + 1 : 0;
    if (performance.now() > end)
      throw new Error(`${visit.tab.name} is never at rest: ${still.join('; ')}`);
  }
}

/** The numbers of every table on the page, opened: what a view came to. */
const tables = ({ tab }: Visit) =>
  tab.run(async () => {
    for (const details of document.querySelectorAll('main details'))
      (details as HTMLDetailsElement).open = true;
    await new Promise((done) => setTimeout(done, 1_500));
    return [...document.querySelectorAll('main table')].map((table) =>
      [...table.querySelectorAll('tr')].map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) =>
          cell.textContent?.trim().replace(/\s+/g, ' '),
        ),
      ),
    );
  });

async function subnetworks(visit: Visit) {
  await open(visit, 'en/subnetworks/?epochs=60&variants=single,dropout&backend=wasm&run=1');
  await done(visit);
  await scroll(visit);
  await until(visit, 'the exact boundary', () =>
    /65,536/.test(document.querySelector('main')!.innerText),
  );
  await quiet(visit);
  const found = await tables(visit);
  await sound(visit);
  return { tables: found.length, digest: digest(found) };
}

async function units(visit: Visit) {
  await open(visit, 'en/units/');
  await press(visit, '1,000 samples');
  const found = await tables(visit);
  await sound(visit);
  return found;
}

/** Each view of the stability lab, and one training; its tables. */
async function stability(visit: Visit) {
  const found: Record<string, string> = {};
  for (const preset of [
    'sigmoid',
    'products',
    'sums',
    'matrices',
    'taylor',
    'half-precision',
    'recurrence',
    'stuck&steps=20',
    'grid&lr-columns=2&depth=4&width=16&train=100&batch=20&steps=20',
  ]) {
    await open(visit, `en/stability/?preset=${preset}&backend=wasm&run=1`);
    await done(visit);
    await scroll(visit);
    const read = await tables(visit);
    if (read.length === 0) throw new Error(`${visit.tab.name}: ${preset} has no table`);
    found[preset] = digest(read);
    await sound(visit);
  }
  return found;
}

async function theory(visit: Visit) {
  await open(visit, 'en/theory/');
  await press(visit, 'Compute all');
  await until(visit, 'all statements', () =>
    [...document.querySelectorAll('[data-theory]')].every((card) =>
      /holds|broken/.test(card.getAttribute('data-theory')!),
    ),
  );
  // Verdicts alone: `Math.exp` and `Math.log` may differ in their last bit from engine to engine, and
  // with them the residuals of about 1e-16 that are shown, and the place where the largest one is.
  const found = await visit.tab.run(() =>
    [...document.querySelectorAll('[data-theory]')].map((card) => [
      card.id,
      card.getAttribute('data-theory'),
    ]),
  );
  await sound(visit);
  return found;
}

async function results(visit: Visit) {
  await open(visit, 'en/results/');
  await scroll(visit);
  const found = await visit.tab.run(
    () => document.querySelectorAll('main canvas, main svg').length > 0,
  );
  await sound(visit);
  return found;
}

/** Everything that is done in each browser, by what the table of browsers calls it. */
export const acts: Record<string, (visit: Visit) => Promise<unknown>> = {
  'train four variants on WASM, average, all 4,096 subnetworks': train('wasm'),
  'the same in plain JavaScript': train('cpu'),
  'train on WebGL, or say that there is none': webgl,
  'a file through the door': file,
  'every view of the subnetworks': subnetworks,
  'one layer of units': units,
  'every view of the stability lab': stability,
  'every statement of the theory page (its verdicts)': theory,
  'the tables of results': results,
};
