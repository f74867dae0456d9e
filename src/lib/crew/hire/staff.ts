import type { Endpoint } from 'comlink';
import type { WasmPaths } from '#lib/protocol/protocol.ts';
import type { HandFault } from './reason.ts';

/** A worker as the crew knows it, whether a page's or Node's. */
export interface WorkerLike {
  readonly endpoint: Endpoint;
  /**
   * Tells when the worker can no longer be relied on, and why: it threw, exited or spoke garbage
   * (`died`, where no kind is given), or its file could not be loaded.
   */
  onEnd(listener: (message: string, kind?: HandFault) => void): void;
  terminate(): void;
}

/** Opens workers. `factory.ts` makes them in a page, `node-factory.ts` in Node. */
export interface Factory {
  trainer(): WorkerLike;
  averager(): WorkerLike;
  librarian(): WorkerLike;
  theorist(): WorkerLike;
  observer(): WorkerLike;
  prober(): WorkerLike;
  readonly wasmPaths: WasmPaths;
}
