import { parentPort, workerData } from 'node:worker_threads';
// @ts-expect-error Comlink has no types for this file
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';

/**
 * What a worker thread of Node runs first: it gives the thread the globals that a page's worker has for
 * messages, so that the same worker files serve both, and then loads one of them.
 */
const { postMessage, addEventListener, removeEventListener } = nodeEndpoint(parentPort);
Object.assign(globalThis, { postMessage, addEventListener, removeEventListener });
await import(workerData as string);
