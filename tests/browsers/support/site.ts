import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../scripts/install.mjs';
import { serve } from '../../../scripts/serve.mjs';

/** The built site below a path, with a witness of what its pages throw. */
export interface Site {
  url: string;
  close(): Promise<void>;
}

/**
 * Stands first in every page. One of the engines tells its driver nothing of exceptions, so the page
 * remembers them itself; and it keeps the text of files that it hands to the visitor.
 */
const witness = `
  window.witnessed = { problems: [], files: [] };
  addEventListener('error', (event) => {
    if (event.message) witnessed.problems.push(event.message);
  });
  addEventListener('unhandledrejection', (event) => witnessed.problems.push(String(event.reason)));
  const objectUrl = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    witnessed.files.push(blob.text());
    return objectUrl.call(URL, blob);
  };
`;

/** Serves a copy of what was built. */
export async function openSite(): Promise<Site> {
  const build = join(root, 'build');
  if (!existsSync(join(build, 'index.html')))
    throw new Error('Build the site first: npm run build');
  const folder = mkdtempSync(join(tmpdir(), 'dropout-lab-site-'));
  cpSync(build, folder, { recursive: true });
  const early = join(folder, 'early.js');
  writeFileSync(early, `${witness}${readFileSync(early, 'utf8')}`);
  // The compressed files beside it are of what it was.
  for (const end of ['.br', '.gz']) rmSync(early + end);
  const { url, close } = await serve({ folder, port: 4900, base: '/some/where/' });
  return {
    url,
    async close() {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
