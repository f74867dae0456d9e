import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../../scripts/serve.mjs';

const page = '<!doctype html><title>Seite – 页</title>';

let site: { url: string; close(): Promise<void> };

beforeAll(async () => {
  const outside = mkdtempSync(join(tmpdir(), 'dropout-lab-serve-'));
  const folder = join(outside, 'site');
  mkdirSync(join(folder, 'en'), { recursive: true });
  mkdirSync(join(folder, '_app/immutable'), { recursive: true });
  mkdirSync(join(outside, 'secret'));
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'en/index.html'), page);
  writeFileSync(join(folder, 'en/index.html.br'), brotliCompressSync(page));
  writeFileSync(join(folder, 'en/index.html.gz'), gzipSync(page));
  writeFileSync(join(folder, 'notices.txt'), '©');
  writeFileSync(join(folder, '_app/immutable/module.abc.wasm'), '\0asm');
  site = await serve({ folder, port: 4800, base: '/some/where/' });
});

afterAll(() => site.close());

/** As `request` sends it: `fetch` would tidy the path, follow the redirect and decompress. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<IncomingMessage & { body: Buffer }>((resolve, reject) => {
    const { port } = new URL(site.url);
    request({ port, path, headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Object.assign(response, { body: Buffer.concat(chunks) })));
    })
      .on('error', reject)
      .end();
  });
}

test('a page is sent as the browser can take it: with Brotli, with gzip, or plain', async () => {
  const sent = async (encodings: string) => {
    const { headers, body } = await ask('/some/where/en/', { 'accept-encoding': encodings });
    expect(headers.vary).toBe('Accept-Encoding');
    expect(headers['content-type']).toBe('text/html;charset=utf-8');
    return { encoding: headers['content-encoding'], body };
  };
  const brotli = await sent('gzip, deflate, br');
  expect(brotli.encoding).toBe('br');
  expect(brotliDecompressSync(brotli.body).toString()).toBe(page);
  const gzip = await sent('gzip');
  expect(gzip.encoding).toBe('gzip');
  expect(gunzipSync(gzip.body).toString()).toBe(page);
  const plain = await sent('');
  expect(plain.encoding).toBeUndefined();
  expect(plain.body.toString()).toBe(page);
});

test('files have the types that browsers insist on, and texts are UTF-8', async () => {
  const wasm = await ask('/some/where/_app/immutable/module.abc.wasm');
  expect(wasm.headers['content-type']).toBe('application/wasm');
  expect(wasm.headers['cache-control']).toContain('immutable');
  const text = await ask('/some/where/notices.txt');
  expect(text.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(text.headers['cache-control']).toBe('no-cache');
});

test('what a browser has already is not sent again', async () => {
  const { etag } = (await ask('/some/where/')).headers;
  const { statusCode, body } = await ask('/some/where/', { 'if-none-match': etag! });
  expect([statusCode, body.length]).toEqual([304, 0]);
});

test('a folder without its slash leads to the one with it, its query kept', async () => {
  const { statusCode, headers } = await ask('/some/where/en?preset=moons');
  expect([statusCode, headers.location]).toEqual([301, '/some/where/en/?preset=moons']);
});

test.each([
  ['outside the base', '/'],
  ['no file', '/some/where/nothing'],
  ['the name of a page without its ending', '/some/where/en/index'],
  ['a file with a slash at its end', '/some/where/notices.txt/'],
  ['outside the folder', '/some/where/../secret.txt'],
  ['outside the folder, in disguise', '/some/where/%2e%2e/secret.txt'],
  ['a folder outside the folder', '/some/where/../secret'],
  ['a zero byte', '/some/where/%00'],
  ['no text', '/some/where/%E0%A4%A'],
])('there is nothing at %s', async (_, path) => {
  const { statusCode, body } = await ask(path);
  expect(statusCode).toBe(404);
  expect(body.toString()).not.toContain('secret');
});

test('only GET and HEAD are answered, and a range that makes no sense with the whole file', async () => {
  expect((await ask('/some/where/', {}, 'POST')).statusCode).toBe(405);
  const head = await ask('/some/where/', {}, 'HEAD');
  expect([head.statusCode, head.body.length]).toEqual([200, 0]);
  const range = await ask('/some/where/', { range: 'bytes=5-2' });
  expect([range.statusCode, range.body.toString()]).toEqual([200, page]);
});
