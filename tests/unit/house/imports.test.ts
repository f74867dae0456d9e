import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** One style of imports: relative within a room, `#lib` and `#workers` from room to room. */

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The room of a file: a folder of `src/lib`, a lab, the routes, the command line, or a top-level folder. */
function roomOf(path: string): string {
  const parts = path.split('/');
  if (path.startsWith('src/lib/labs/')) return parts.slice(0, 4).join('/');
  return parts.slice(0, path.startsWith('src/lib/') ? 3 : parts[0] === 'src' ? 2 : 1).join('/');
}

const files = ['src', 'workers'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => /\.(ts|svelte)$/.test(path)),
);

const imports = files.flatMap((file) =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'([.#][^']+)'/g),
  ].map(([, specifier]) => ({ file, specifier })),
);

test('there are imports to look at', () => {
  expect(imports.length).toBeGreaterThan(2_000);
});

test('a room is entered by #lib or #workers, and is at home in relative paths', () => {
  const wrong = imports.filter(({ file, specifier }) => {
    const aliased = /^#(lib|workers)\/(.*)$/.exec(specifier);
    if (!aliased && specifier.startsWith('#')) return true;
    const target = aliased
      ? `${aliased[1] === 'lib' ? 'src/lib' : 'workers'}/${aliased[2]}`
      : normalize(join(dirname(file), specifier)).replaceAll('\\', '/');
    if (/\.(css|\$types)$|\$types/.test(target) && !aliased) return false;
    return (roomOf(file) === roomOf(target)) === Boolean(aliased);
  });
  expect(wrong.map(({ file, specifier }) => `${file}: ${specifier}`)).toEqual([]);
});
