import { openBackend, type OpenBackend } from '../backend.ts';
import type { Environment, WasmPaths } from '#lib/protocol/protocol.ts';
import type { Memory } from '../network/host/memory.ts';

/**
 * Where subnetworks are predicted: always on WASM, or CPU where that cannot be had. Thinned networks
 * are small, every one has another shape, and a GPU would spend its time on setting up.
 */
export async function openAveragingBackend(
  wasmPaths: WasmPaths,
): Promise<{ memory: Memory; environment: Environment }> {
  const { memory, environment } = await open(wasmPaths);
  return { memory: await memory(), environment };
}

async function open(wasmPaths: WasmPaths): Promise<OpenBackend> {
  try {
    return await openBackend('wasm', 'single', wasmPaths);
  } catch {
    return openBackend('cpu', 'single', wasmPaths);
  }
}
