// A plain static file server over build/, as any host would be: no rewriting, no special headers. A file
// with a `.br` or `.gz` beside it is sent compressed.
//   node scripts/serve.mjs [--port 4173] [--host 127.0.0.1] [--base /some/where/] [--strict-port]
import { statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import sirv from 'sirv';

const build = fileURLToPath(new URL('../build', import.meta.url));

/** What a path of the site stands for: a `file`, a `folder`, or nothing. */
function kindOf(folder, path) {
  try {
    const found = statSync(join(folder, normalize(decodeURI(path))));
    return found.isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}

function setHeaders(response, path) {
  const forEver = path.includes('/immutable/');
  response.setHeader('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
  // Other kinds of files declare UTF-8 themselves, or are UTF-8 by their standard.
  if (path.endsWith('.txt')) response.setHeader('content-type', 'text/plain; charset=utf-8');
}

function answer(folder, base) {
  // `dev` looks at the disk for each request: the site may be built again while it is served.
  const files = sirv(folder, { dev: true, etag: true, gzip: true, brotli: true, setHeaders });
  return (request, response) => {
    const fail = (status, text) => {
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(`${text}\n`);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return fail(405, 'GET and HEAD only');

    const [path, query = ''] = request.url.split(/\?(.*)/s);
    if (!path.startsWith(base)) return fail(404, `Nothing here; the site is at ${base}`);

    const within = path.slice(base.length - 1);
    const kind = kindOf(folder, within);
    // sirv alone would try names with `.html`, too; a strict host does not.
    if (kind === null || (kind === 'file' && within.endsWith('/'))) return fail(404, 'Not found');
    if (kind === 'folder' && !within.endsWith('/')) {
      // One leading slash: a browser takes "//host/" for another host.
      const location = `${path.replace(/^\/+/, '/')}/${query && `?${query}`}`;
      response.writeHead(301, { location });
      return response.end();
    }
    // Files are sent whole: an invalid range would end the server (sirv 3.0).
    delete request.headers.range;
    request.url = within;
    // A file may vanish while it is sent, where the site is built again: that answer ends, not the server.
    response.on('pipe', (file) => file.on('error', () => response.destroy()));
    files(request, response, () => fail(404, 'Not found'));
  };
}

function listen(server, port, host) {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      done();
    });
  });
}

/**
 * Serves a folder, by default build/, below the path `base`. When the port is taken the next free
 * one is used, unless `strictPort`.
 *
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({
  folder = build,
  port = 4173,
  host = '127.0.0.1',
  base = '/',
  strictPort = false,
} = {}) {
  const prefix = `/${base}/`.replace(/\/+/g, '/');
  const server = createServer(answer(folder, prefix));
  for (let tried = port; ; tried++) {
    try {
      await listen(server, tried, host);
      break;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || strictPort || tried >= port + 100) throw error;
    }
  }
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const name = shown.includes(':') ? `[${shown}]` : shown;
  return {
    url: `http://${name}:${server.address().port}${prefix}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Reads the options of the command line, as `serve` takes them. */
export function options(args = process.argv.slice(2)) {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: process.env.PORT ?? '4173' },
      host: { type: 'string', default: '127.0.0.1' },
      base: { type: 'string', default: '/' },
      'strict-port': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`--port takes a number from 0 to 65535, not "${values.port}"`);
  }
  return { port, host: values.host, base: values.base, strictPort: values['strict-port'] };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { url } = await serve(options());
    console.log(`Dropout Lab: ${url}`);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
