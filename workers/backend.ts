import * as tf from '@tensorflow/tfjs-core';
import type { BackendName } from '#lib/experiment/experiment.ts';
import { plainError } from '#lib/experiment/plain-error.ts';
import { hostEnsemble } from './network/host/host-ensemble.ts';
import { memoryOn, type Memory } from './network/host/memory.ts';
import type { Ensemble, EnsembleSpec } from './network/ensemble.ts';
import type { BackendFault, Environment, Probe, WasmPaths } from '#lib/protocol/protocol.ts';

/** A backend that is set up and proved: it makes ensembles, and says where they run. */
export interface OpenBackend {
  environment: Environment;
  ensemble(spec: EnsembleSpec): Ensemble;
  /** Matrices that plain loops can reach, for what is not an ensemble; on WebGL each product travels. */
  memory(): Promise<Memory>;
  /** Loses the WebGL context as a driver would; false where there is none. */
  loseContext(): boolean;
  /** Throws `context-lost` once the WebGL context has been lost (tfjs #756: it would train on garbage). */
  check(): void;
}

/** An error that the page has a sentence for: its name crosses over to the page, its class does not. */
export function fault(name: BackendFault, message: string): Error {
  return Object.assign(new Error(message), { name });
}

/** Names of renderers that are software. */
const software = /swiftshader|llvmpipe|softpipe|lavapipe|software|basic render/i;

const opened = new Map<BackendName, Promise<OpenBackend>>();

/**
 * Opens a backend in this thread, once. Throws an Error whose name and message say why it cannot be had.
 * `precision` is WebGL's: `half` renders to float16, as phones do.
 */
export function openBackend(
  name: BackendName,
  precision: 'single' | 'half',
  wasmPaths: WasmPaths,
): Promise<OpenBackend> {
  let backend = opened.get(name);
  if (!backend) {
    backend =
      name === 'webgl' ? openWebgl(precision) : name === 'wasm' ? openWasm(wasmPaths) : openCpu();
    opened.set(name, backend);
  }
  return backend;
}

/** Tries each backend, and says of each whether it can be had. */
export async function probeBackends(
  names: readonly BackendName[],
  precision: 'single' | 'half',
  wasmPaths: WasmPaths,
): Promise<Probe[]> {
  const probes: Probe[] = [];
  for (const backend of names) {
    try {
      const { environment } = await openBackend(backend, precision, wasmPaths);
      probes.push({ backend, available: true, environment });
    } catch (error) {
      opened.delete(backend);
      probes.push({ backend, available: false, reason: plainError(error) });
    }
  }
  return probes;
}

async function openWasm(wasmPaths: WasmPaths): Promise<OpenBackend> {
  if (typeof WebAssembly === 'undefined') {
    throw fault('no-webassembly', 'This browser has no WebAssembly.');
  }
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  if (Object.keys(wasmPaths).length > 0) setWasmPaths(wasmPaths);
  const simd = (await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT')) as boolean;
  if (!(await tf.setBackend('wasm'))) {
    throw fault('backend-not-started', 'The WebAssembly module could not be started.');
  }
  return onHost('wasm', simd ? 'SIMD' : 'no SIMD');
}

async function openCpu(): Promise<OpenBackend> {
  await import('@tensorflow/tfjs-backend-cpu');
  if (!(await tf.setBackend('cpu'))) {
    throw fault('backend-not-started', 'The CPU backend could not be started.');
  }
  return onHost('cpu', '');
}

/** A backend whose memory plain loops can reach, once tfjs has set it up. */
function onHost(name: 'wasm' | 'cpu', renderer: string): OpenBackend {
  const memory = memoryOn(name, tf.findBackend(name));
  return {
    environment: environment(name, renderer, false, 32),
    ensemble: (spec) => hostEnsemble(spec, memory),
    memory: async () => memory,
    loseContext: () => false,
    check() {},
  };
}

async function openWebgl(precision: 'single' | 'half'): Promise<OpenBackend> {
  if (typeof OffscreenCanvas === 'undefined') {
    throw fault(
      'no-offscreen-canvas',
      'This browser has no OffscreenCanvas, so no WebGL in a worker.',
    );
  }
  if (tf.env().getBool('IS_SAFARI')) {
    throw fault('no-webgl-in-safari', 'TensorFlow.js does not run WebGL in a worker of Safari.');
  }
  const canvas = new OffscreenCanvas(1, 1);
  const gl = canvas.getContext('webgl2', {
    alpha: false,
    antialias: false,
    depth: false,
    stencil: false,
    premultipliedAlpha: false,
    preserveDrawingBuffer: false,
  });
  if (!gl) throw fault('no-webgl2', 'This browser gives no WebGL 2 context in a worker.');
  const { MathBackendWebGL, setWebGLContext } =
    await import('@tensorflow/tfjs-backend-webgl/dist/base.js');
  const { webglEnsemble } = await import('./network/webgl/webgl-ensemble.ts');

  let lost = false;
  canvas.addEventListener('webglcontextlost', () => (lost = true));
  setWebGLContext(2, gl);
  if (precision === 'half') {
    tf.env().set('WEBGL_RENDER_FLOAT32_ENABLED', false);
    tf.env().set('WEBGL_FORCE_F16_TEXTURES', true);
  }
  const backend = new MathBackendWebGL();
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  const bits = tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED') ? 32 : 16;

  function check(): void {
    if (lost || gl!.isContextLost()) throw new Error('context-lost: the WebGL context was lost.');
  }
  return {
    environment: environment('webgl', renderer, !software.test(renderer), bits),
    ensemble: (spec) => webglEnsemble(spec, backend, check),
    async memory() {
      const [{ batchMatMulImpl }, { memoryOnWebgl }] = await Promise.all([
        import('@tensorflow/tfjs-backend-webgl/dist/kernels/BatchMatMul_impl.js'),
        import('./network/webgl/webgl-memory.ts'),
      ]);
      return memoryOnWebgl(backend, batchMatMulImpl, check);
    },
    loseContext() {
      const extension = gl.getExtension('WEBGL_lose_context');
      extension?.loseContext();
      return extension !== null;
    },
    check,
  };
}

function environment(
  backend: BackendName,
  renderer: string,
  hardware: boolean,
  floatBits: 16 | 32,
): Environment {
  return { backend, renderer, hardware, floatBits, tfjs: tf.version_core };
}
