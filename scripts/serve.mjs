// A plain static file server over build/, as any host would be: no rewriting, no special headers.
//   node scripts/serve.mjs [--port 4173] [--host 127.0.0.1] [--base /some/where/] [--strict-port]
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const build = fileURLToPath(new URL('../build', import.meta.url));

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** The file below `folder` that a path of the site stands for, or undefined. */
async function resolve(folder, path) {
  let decoded;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0')) return undefined;
  const file = normalize(join(folder, decoded));
  if (file !== folder && !file.startsWith(folder + sep)) return undefined;
  const found = await stat(file).catch(() => undefined);
  if (!found) return undefined;
  if (found.isFile()) return { file, size: found.size };
  if (!decoded.endsWith('/')) return { redirect: true };
  const index = join(file, 'index.html');
  const page = await stat(index).catch(() => undefined);
  return page?.isFile() ? { file: index, size: page.size } : undefined;
}

function answer(folder, base) {
  return async (request, response) => {
    const fail = (status, text) => {
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(`${text}\n`);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return fail(405, 'GET and HEAD only');

    const [path, query = ''] = request.url.split(/\?(.*)/s);
    if (!path.startsWith(base)) return fail(404, `Nothing here; the site is at ${base}`);

    const found = await resolve(folder, path.slice(base.length - 1));
    if (!found) return fail(404, 'Not found');
    if (found.redirect) {
      // One leading slash: a browser takes "//host/" for another host.
      const location = `${path.replace(/^\/+/, '/')}/${query && `?${query}`}`;
      response.writeHead(301, { location });
      return response.end();
    }
    response.writeHead(200, {
      'content-type': types[extname(found.file)] ?? 'application/octet-stream',
      'content-length': found.size,
      'cache-control': path.includes('/immutable/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
    });
    if (request.method === 'HEAD') return response.end();
    createReadStream(found.file)
      .on('error', () => response.destroy())
      .pipe(response);
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
  const server = createServer(answer(normalize(folder).replace(/[\\/]+$/, ''), prefix));
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
