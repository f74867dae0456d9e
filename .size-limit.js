import { firstLoad, workerWith } from './scripts/sizes.mjs';

const limit = (name, path, bytes) => ({ name, path, limit: bytes, gzip: true });

/** What a visitor fetches before any worker starts, on each page. */
const pages = {
  dropout: '96 kB',
  units: '96 kB',
  theory: '96 kB',
  results: '96 kB',
  subnetworks: '96 kB',
  stability: '96 kB',
};

export default [
  limit('home, first load', firstLoad('en'), '52 kB'),
  ...Object.entries(pages).map(([page, most]) =>
    limit(`${page}, first load`, firstLoad(`en/${page}`), most),
  ),
  ...['webgl', 'wasm', 'cpu'].map((backend) =>
    limit(`trainer on ${backend}`, workerWith('workers/trainer.ts', backend), '160 kB'),
  ),
];
