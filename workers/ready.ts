import { expose } from 'comlink';
import { readyMessage } from '#lib/protocol/protocol.ts';

/** Exposes an endpoint, then says that calls may come: one made earlier would hang (Comlink #463). */
export function exposeReady(endpoint: object): void {
  expose(endpoint);
  postMessage(readyMessage);
}
