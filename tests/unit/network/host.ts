import { nodeFactory } from '#lib/crew/hire/node-factory.ts';
import { openBackend, type OpenBackend } from '#workers/backend.ts';

/**
 * The backends that a network without a GPU runs on, opened in this thread. One after the other: tfjs
 * has one current backend.
 */
export async function openHosts(): Promise<OpenBackend[]> {
  const { wasmPaths } = nodeFactory();
  return [
    await openBackend('wasm', 'single', wasmPaths),
    await openBackend('cpu', 'single', wasmPaths),
  ];
}
