// A Vite plugin that records what is really bundled for the browser: which chunk imports which, and
// from which packages its code comes. The notices of third parties and the size limits read it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the record is kept. */
export const record = join(root, '.svelte-kit', 'bundled.json');

const chunks = new Map();
const packages = new Set();

/** The folder of the package that a module belongs to, relative to the root folder. */
function packageOf(module) {
  if (module.startsWith('\0vite/')) return 'node_modules/vite';
  const path = module.replace(/^\0/, '').replace(/\?.*$/, '').replaceAll('\\', '/');
  return /^.*(node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}

function remember(files) {
  for (const file of Object.values(files)) {
    const modules =
      file.type === 'chunk'
        ? Object.entries(file.modules)
            .filter(([, { renderedLength }]) => renderedLength > 0)
            .map(([id]) => id)
        : (file.originalFileNames ?? []).map((name) => join(root, name));
    const found = new Set(modules.map(packageOf).filter(Boolean));
    for (const folder of found) packages.add(folder);
    if (file.type !== 'chunk') continue;
    chunks.set(file.fileName, {
      file: file.fileName,
      entry: file.facadeModuleId && file.isEntry ? relative(root, file.facadeModuleId) : null,
      imports: file.imports,
      dynamicImports: file.dynamicImports,
      packages: [...found].sort(),
    });
  }
  mkdirSync(dirname(record), { recursive: true });
  const content = { packages: [...packages].sort(), chunks: [...chunks.values()] };
  writeFileSync(record, JSON.stringify(content, null, 2));
}

/** Put it among `plugins` and among `worker.plugins`, since workers are bundled apart. */
export function recordBundled() {
  return {
    name: 'dropout-lab:record-bundled',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle(_, files) {
      remember(files);
    },
  };
}
