import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker as Thread } from 'node:worker_threads';
// @ts-expect-error Comlink has no types for this file
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import type { Factory, WorkerLike } from './staff.ts';

const workers = new URL('../../../../workers/', import.meta.url);

/** Opens worker threads in Node; the `.wasm` files come from the installed package. */
export function nodeFactory(): Factory {
  const { resolve } = createRequire(import.meta.url);
  const folder = dirname(resolve('@tensorflow/tfjs-backend-wasm/package.json'));
  const names = ['', '-simd', '-threaded-simd'].map((kind) => `tfjs-backend-wasm${kind}.wasm`);
  return {
    trainer: () => open('trainer.ts'),
    averager: () => open('averager.ts'),
    librarian: () => open('librarian.ts'),
    theorist: () => open('theorist.ts'),
    observer: () => open('observer.ts'),
    prober: () => open('prober.ts'),
    wasmPaths: Object.fromEntries(names.map((name) => [name, join(folder, 'dist', name)])),
  };
}

function open(file: string): WorkerLike {
  const worker = new Thread(new URL('./node-worker.ts', import.meta.url), {
    workerData: new URL(file, workers).href,
  });
  return {
    endpoint: nodeEndpoint(worker),
    onEnd(listener) {
      worker.on('error', (error) => listener(`The worker failed: ${String(error)}`));
      worker.on('messageerror', () =>
        listener('The worker sent a message that could not be read.'),
      );
      worker.on('exit', (code) => listener(`The worker exited with code ${code}.`));
    },
    terminate: () => void worker.terminate(),
  };
}
