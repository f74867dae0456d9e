import { existsSync } from 'node:fs';
import { firstLoad, workerWith } from './scripts/sizes.mjs';

const limit = (name, path, bytes) => ({ name, path, limit: bytes, gzip: true });

const home = limit('home page', firstLoad('en'), '60 kB');
const lab = () => [
  limit('lab page, first load', firstLoad('en/dropout'), '100 kB'),
  ...['webgl', 'wasm', 'cpu'].map((backend) =>
    limit(`trainer on ${backend}`, workerWith('workers/trainer.ts', backend), '160 kB'),
  ),
];

// A page that has a source has to be built; a checkout without the lab has no lab to weigh.
const hasLab = existsSync('src/routes/[lang=lang]/dropout/+page.svelte');

export default [home, ...(hasLab ? lab() : [])];
