import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base.js';
import type { batchMatMulImpl } from '@tensorflow/tfjs-backend-webgl/dist/kernels/BatchMatMul_impl.js';
import type { Matrix, Memory } from '../host/memory.ts';

/**
 * Matrices that plain loops read and write in place and that WebGL multiplies: for every product both
 * matrices go up to the GPU, and the result comes back. Meant for probes, which look at every product
 * anyway; an ensemble that stays on the GPU is `webgl-ensemble.ts`. `multiply` is tfjs's product, fetched
 * with its backend. `check` throws where the context is lost: what comes back then is garbage.
 */
export function memoryOnWebgl(
  backend: MathBackendWebGL,
  multiply: typeof batchMatMulImpl,
  check: () => void,
): Memory {
  const numbers = new WeakMap<object, Float32Array>();
  const view = ({ dataId }: Matrix) => numbers.get(dataId)!;

  function hold(rows: number, columns: number, values: Float32Array): Matrix {
    const dataId = {};
    numbers.set(dataId, values);
    return { dataId, shape: [rows, columns], dtype: 'float32' };
  }

  function product(a: Matrix, b: Matrix): Matrix {
    const up = [a, b].map((one) => backend.makeTensorInfo(one.shape, 'float32', view(one)));
    const out = multiply({
      a: up[0],
      b: up[1],
      transposeA: false,
      transposeB: false,
      backend,
    });
    const values = backend.readSync(out.dataId) as Float32Array;
    for (const one of [...up, out]) backend.disposeData(one.dataId);
    return hold(a.shape[0], b.shape[1], values);
  }

  return {
    make: (rows, columns) => hold(rows, columns, new Float32Array(rows * columns)),
    view,
    product(a, b) {
      try {
        return product(a, b);
      } finally {
        // A lost context explains whatever tfjs returned or threw: its error is thrown instead.
        check();
      }
    },
    free({ dataId }) {
      numbers.delete(dataId);
    },
  };
}
