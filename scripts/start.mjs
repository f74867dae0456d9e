// npm start: installs what is missing, builds what is out of date, serves the site, says where.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { install, root, run } from './install.mjs';

const sources = [
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'tsconfig.json',
  'src',
  'workers',
  'static',
];

function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  // The time of the folder itself shows that files were removed from it.
  return readdirSync(path).reduce(
    (time, name) => Math.max(time, newest(join(path, name))),
    found.mtimeMs,
  );
}

function isBuilt() {
  const page = join(root, 'build', 'index.html');
  if (!existsSync(page)) return false;
  const time = statSync(page).mtimeMs;
  return sources.every((source) => newest(join(root, source)) <= time);
}

try {
  install();
  // Imported only here: the server needs a package that may just have been installed.
  const { options, serve } = await import('./serve.mjs');
  const where = options();
  if (!isBuilt()) {
    console.log('Building the site');
    if (run('npm', ['run', '--silent', 'build']) !== 0) process.exit(1);
  }
  const { url } = await serve(where);
  console.log(`\n  Dropout Lab is at  ${url}\n\n  Stop it with Ctrl+C.`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
