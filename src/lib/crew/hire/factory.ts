import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import type { Factory, WorkerLike } from './staff.ts';

/** Opens workers in a page. The literal form of `new Worker(new URL(…))` is what Vite looks for. */
export function pageFactory(): Factory {
  // A worker would resolve a relative address against its own file's address.
  const address = (url: string) => new URL(url, location.href).href;
  return {
    trainer: () =>
      like(
        new Worker(new URL('../../../../workers/trainer.ts', import.meta.url), { type: 'module' }),
      ),
    averager: () =>
      like(
        new Worker(new URL('../../../../workers/averager.ts', import.meta.url), { type: 'module' }),
      ),
    librarian: () =>
      like(
        new Worker(new URL('../../../../workers/librarian.ts', import.meta.url), {
          type: 'module',
        }),
      ),
    theorist: () =>
      like(
        new Worker(new URL('../../../../workers/theorist.ts', import.meta.url), { type: 'module' }),
      ),
    observer: () =>
      like(
        new Worker(new URL('../../../../workers/observer.ts', import.meta.url), { type: 'module' }),
      ),
    prober: () =>
      like(
        new Worker(new URL('../../../../workers/prober.ts', import.meta.url), { type: 'module' }),
      ),
    wasmPaths: {
      'tfjs-backend-wasm.wasm': address(plain),
      'tfjs-backend-wasm-simd.wasm': address(simd),
      'tfjs-backend-wasm-threaded-simd.wasm': address(threaded),
    },
  };
}

function like(worker: Worker): WorkerLike {
  return {
    endpoint: worker,
    onEnd(listener) {
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        // An error event without a message comes from loading the file.
        if (event.message) listener(`The worker failed: ${event.message}`);
        else listener("The worker's file could not be loaded.", 'not-fetched');
      });
      worker.addEventListener('messageerror', () =>
        listener('The worker sent a message that could not be read.'),
      );
    },
    terminate: () => worker.terminate(),
  };
}
