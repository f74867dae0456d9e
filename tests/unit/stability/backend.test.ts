import { describe, expect, it } from 'vitest';
import { nodeFactory } from '#lib/crew/hire/node-factory.ts';
import { openProbingBackend } from '#workers/stability/probing-backend.ts';

const { wasmPaths } = nodeFactory();
const open = async (
  backend: 'auto' | 'webgl' | 'wasm' | 'cpu',
  render: 'single' | 'half' = 'single',
) => {
  const { environment, instead } = await openProbingBackend({ backend, render }, wasmPaths);
  return [environment.backend, instead?.name ?? null];
};

describe('the backend of the probes', () => {
  it('is WASM unless something else is asked for', async () => {
    expect(await open('auto')).toEqual(['wasm', null]);
    expect(await open('wasm')).toEqual(['wasm', null]);
    expect(await open('cpu')).toEqual(['cpu', null]);
  });

  it('is WASM where WebGL cannot be had, and says why', async () => {
    // Node has no canvas.
    expect(await open('webgl')).toEqual(['wasm', 'no-offscreen-canvas']);
  });

  it('is WASM where WebGL renders to float16 alone, unless WebGL would not be taken anyway', async () => {
    expect(await open('auto', 'half')).toEqual(['wasm', 'half-precision']);
    expect(await open('wasm', 'half')).toEqual(['wasm', null]);
    expect(await open('cpu', 'half')).toEqual(['cpu', null]);
  });
});
