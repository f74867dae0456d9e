// Says which built files a visitor fetches, for size-limit (.size-limit.js): names carry hashes, so
// the lists come from the built pages and from the record of the bundler.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { record } from './bundled.mjs';
import { root } from './install.mjs';

const build = join(root, 'build');

function chunks() {
  if (!existsSync(record) || !existsSync(build)) throw new Error('Build the site first.');
  const list = JSON.parse(readFileSync(record, 'utf8')).chunks;
  return new Map(list.map((chunk) => [chunk.file, chunk]));
}

/** The files, and all that they import statically. */
function closure(graph, files, seen = new Set()) {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    closure(graph, graph.get(file)?.imports ?? [], seen);
  }
  return seen;
}

const asPaths = (files) => [...files].sort().map((file) => join('build', file));

/** The scripts that a page loads before any worker starts. */
export function firstLoad(page) {
  const html = readFileSync(join(build, page, 'index.html'), 'utf8');
  const named = html.matchAll(/(?:href|src)="([^"]+\.js)"|import\("([^"]+\.js)"\)/g);
  const files = [...named].map(([, link, script]) => (link ?? script).replace(/^(\.\.?\/)+/, ''));
  if (files.length === 0) throw new Error(`${page} loads no script`);
  return asPaths(closure(chunks(), files));
}

/** The scripts of one worker that has chosen one backend: `webgl`, `wasm` or `cpu`. */
export function workerWith(source, backend) {
  const graph = chunks();
  const entry = [...graph.values()].find((chunk) => chunk.entry === source);
  if (!entry) throw new Error(`${source} is not among the built workers`);
  // A worker's entry only imports its body, so the body is what counts.
  const own = closure(graph, [entry.file, ...entry.dynamicImports]);
  const later = new Set([...own].flatMap((file) => graph.get(file)?.dynamicImports ?? []));
  const chosen = [...later].filter((file) => backendOf(graph, file, own) === backend);
  if (chosen.length === 0) throw new Error(`${source} never imports the backend ${backend}`);
  return asPaths(closure(graph, chosen, own));
}

/** The backend that a chunk brings in: by its own code, or else by what it imports. */
function backendOf(graph, chunk, own) {
  const added = [...closure(graph, [chunk])].filter((file) => !own.has(file));
  // The other backends build on the CPU's, so that it comes last.
  const among = (files) =>
    ['webgl', 'wasm', 'cpu'].find((name) =>
      files.some((file) =>
        graph.get(file)?.packages.includes(`node_modules/@tensorflow/tfjs-backend-${name}`),
      ),
    );
  return among([chunk]) ?? among(added);
}
