import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { WasmPaths } from '../../workers/protocol.ts';

/** Where the `.wasm` files of tfjs's WASM backend are in Node, by file name. */
export function wasmPathsInNode(): WasmPaths {
  const { resolve } = createRequire(import.meta.url);
  const folder = dirname(resolve('@tensorflow/tfjs-backend-wasm/package.json'));
  return Object.fromEntries(
    ['', '-simd', '-threaded-simd']
      .map((kind) => `tfjs-backend-wasm${kind}.wasm`)
      .map((name) => [name, join(folder, 'dist', name)]),
  );
}
