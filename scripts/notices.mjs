// Writes static/THIRD-PARTY-NOTICES.txt from what the last build really bundled.
//   node scripts/notices.mjs            writes it
//   node scripts/notices.mjs --check    fails when it is stale
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { record } from './bundled.mjs';
import { root } from './install.mjs';

const notices = join(root, 'static', 'THIRD-PARTY-NOTICES.txt');
const rule = '-'.repeat(80);

const read = (...path) =>
  readFileSync(join(...path), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim();
const standard = (licence) => read(root, 'scripts', 'licences', `${licence}.txt`);

/** Copyright lines, by the start of the name, of packages that ship without a licence file. */
const holders = { '@tensorflow/': 'Copyright Google LLC' };

/** Code that a package contains in compiled form only, so that no folder of its own names it. */
const compiledIn = {
  '@tensorflow/tfjs-backend-wasm': `Its .wasm files contain XNNPACK (BSD-3-Clause):

Copyright (c) Facebook, Inc. and its affiliates. All rights reserved.
Copyright 2019 Google LLC

${standard('BSD-3-Clause')}`,
};

function licenceText(folder, { name, license, author }) {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  // Vite's file goes on to list what is bundled into Vite itself and never reaches the site.
  if (file)
    return read(folder, file)
      .split(/^# Licenses of bundled dependencies$/m)[0]
      .trim();
  const [, holder] = Object.entries(holders).find(([prefix]) => name.startsWith(prefix)) ?? [];
  const who = holder ?? `Copyright ${author?.name ?? author ?? `the authors of ${name}`}`;
  return license === 'Apache-2.0'
    ? `${who}\n\nThe Apache License 2.0 stands at the end of this file.`
    : `${who}\n\n${standard(license)}`;
}

function notice(path) {
  const folder = join(root, path);
  const manifest = JSON.parse(read(folder, 'package.json'));
  const { name, version, license } = manifest;
  if (!license) throw new Error(`${name} names no licence`);
  const also = compiledIn[name] ? `\n\n${compiledIn[name]}` : '';
  return {
    name,
    text: `${rule}\n${name} ${version}\n${license}\n${rule}\n\n${licenceText(folder, manifest)}${also}\n`,
  };
}

function generate() {
  const { packages } = JSON.parse(readFileSync(record, 'utf8'));
  const parts = packages.map(notice).sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    'Dropout Lab is under the MIT licence. The built site contains code of the following packages.\n',
    ...parts.map(({ text }) => text),
    `${rule}\nApache License 2.0\n${rule}\n\n${standard('Apache-2.0')}\n`,
  ].join('\n');
}

if (!existsSync(record)) {
  console.error('Build the site first (npm run build): the notices name what was bundled.');
  process.exit(1);
}

const wanted = generate();
const stale = !existsSync(notices) || readFileSync(notices, 'utf8') !== wanted;
if (!process.argv.includes('--check')) {
  writeFileSync(notices, wanted);
} else if (stale) {
  console.error('static/THIRD-PARTY-NOTICES.txt is stale: run "npm run notices" and commit it.');
  process.exit(1);
}
