import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openBackend, type OpenBackend } from '#workers/backend.ts';
import type { WasmPaths } from '#workers/protocol.ts';

/** Where the `.wasm` files are in Node. */
const folder = dirname(
  createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json'),
);
const wasmPaths: WasmPaths = Object.fromEntries(
  ['', '-simd', '-threaded-simd']
    .map((kind) => `tfjs-backend-wasm${kind}.wasm`)
    .map((name) => [name, join(folder, 'dist', name)]),
);

/**
 * The backends that a network without a GPU runs on, opened in this thread. One after the other: tfjs
 * has one current backend.
 */
export async function openHosts(): Promise<OpenBackend[]> {
  return [
    await openBackend('wasm', 'single', wasmPaths),
    await openBackend('cpu', 'single', wasmPaths),
  ];
}
