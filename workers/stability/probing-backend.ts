import type { Compute } from '#lib/experiment/stability/compute.ts';
import { openAveragingBackend } from '../averaging/averaging-backend.ts';
import { plainError, type PlainError } from '#lib/experiment/plain-error.ts';
import { fault, openBackend } from '../backend.ts';
import type { Memory } from '../network/host/memory.ts';
import type { Environment, WasmPaths } from '#lib/protocol/protocol.ts';

/** Where the probes compute; `instead` is the reason if that is not what was asked for. */
export interface ProbingBackend {
  memory: Memory;
  environment: Environment;
  instead: PlainError | null;
}

/**
 * Opens the backend that was asked for. In three cases WASM is opened, or CPU if WASM cannot be
 * had: if `auto` was asked for, if WebGL was but cannot be had, and if WebGL renders to float16,
 * since a probe of float32 would show the device's roundings for the network's.
 */
export async function openProbingBackend(
  { backend, render }: Compute,
  wasmPaths: WasmPaths,
): Promise<ProbingBackend> {
  if (backend === 'cpu') return opened('cpu', render, wasmPaths);
  let instead: PlainError | null = null;
  if (backend === 'webgl') {
    try {
      return await opened('webgl', render, wasmPaths);
    } catch (error) {
      instead = plainError(error);
    }
  } else if (backend === 'auto' && render === 'half') {
    // The page pretends that its device renders to float16, where WebGL would be refused.
    instead = plainError(halfPrecision());
  }
  return { ...(await openAveragingBackend(wasmPaths)), instead };
}

async function opened(
  name: 'webgl' | 'cpu',
  render: Compute['render'],
  wasmPaths: WasmPaths,
): Promise<ProbingBackend> {
  const { environment, memory, loseContext } = await openBackend(name, render, wasmPaths);
  if (environment.floatBits === 16) {
    // Gives the context back: browsers allow only a few.
    loseContext();
    throw halfPrecision();
  }
  return { environment, memory: await memory(), instead: null };
}

const halfPrecision = () =>
  fault('half-precision', 'WebGL renders to 16-bit numbers only on this device.');
