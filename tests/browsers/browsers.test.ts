import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/install.mjs';
import { acts } from './support/acts.ts';
import { openChromium } from './support/chromium.ts';
import { openFirefox } from './support/firefox.ts';
import { openSite, type Site } from './support/site.ts';
import type { OpenTab, Tab } from './support/tab.ts';
import { openWebkit } from './support/webkit.ts';

/**
 * The built site in every engine that can be had: the same acts everywhere, and the same figures as in
 * Chromium, to the last bit of every weight. A browser that this machine lacks is said to be left out.
 */

const engines: [name: string, open: OpenTab][] = [
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
  ['WebKit', openWebkit],
];

/** What an act came to in Chromium, which is the first. */
const wanted = new Map<string, unknown>();
/** A row of the table of browsers. */
const rows: { engine: string; version: string; act: string; outcome: string }[] = [];

const WEBGL = 'train on WebGL, or say that there is none';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.close();
  const folder = join(root, 'test-results');
  mkdirSync(folder, { recursive: true });
  // `npm run browsers` makes the table of docs/reliability.md of it.
  writeFileSync(join(folder, 'browsers.json'), JSON.stringify(rows, null, 2));
});

describe.each(engines)('%s', (engine, openTab) => {
  let tab: Tab | { missing: string };
  beforeAll(async () => {
    tab = await openTab();
    if ('missing' in tab) console.warn(`${engine} is left out: ${tab.missing}.`);
  }, 120_000);
  afterAll(async () => {
    if ('missing' in tab) return;
    await tab.close();
  });

  test.each(Object.keys(acts))('%s', async (act) => {
    if ('missing' in tab) {
      rows.push({ engine, version: '', act, outcome: `left out: ${tab.missing}` });
      return;
    }
    const { version } = tab;
    const row = { engine, version, act, outcome: 'failed' };
    rows.push(row);
    const found = await acts[act]({ tab, site: site.url });
    expect(tab.exceptions).toEqual([]);
    if (act === WEBGL) {
      const { backend, notices } = found as { backend: string; notices: string[] };
      if (backend !== 'webgl')
        expect(notices).toEqual([expect.stringMatching(/^WebGL could not be used \(.+\)/)]);
      row.outcome = backend === 'webgl' ? 'on WebGL' : `on WASM: ${notices[0]}`;
      return;
    }
    if (!wanted.has(act)) {
      wanted.set(act, found);
      row.outcome = engine === 'Chromium' ? 'ran' : 'ran; nothing to compare with';
      return;
    }
    row.outcome = 'ran; figures differ';
    expect(found).toEqual(wanted.get(act));
    row.outcome = 'ran; the same figures, bit for bit';
  });
});
