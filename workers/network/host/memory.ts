import { getKernel, type KernelBackend, type TensorInfo } from '@tensorflow/tfjs-core';

/**
 * Matrices that tfjs's WASM or CPU backend multiplies and that plain loops read and write in place.
 *
 * WASM: XNNPACK packs the right-hand matrix of a product and keeps the packed copy under the tensor's
 * identity. A right-hand matrix must therefore be new, or unchanged since its last product; a left-hand
 * one may be overwritten freely.
 */
export interface Memory {
  /** A matrix with undefined contents. */
  make(rows: number, columns: number): Matrix;
  /**
   * The numbers of a matrix. The view is stale after the next `make` or `product`: WASM memory may
   * have moved.
   */
  view(matrix: Matrix): Float32Array;
  /** a·b, a new matrix. */
  product(a: Matrix, b: Matrix): Matrix;
  free(matrix: Matrix): void;
}

export type Matrix = TensorInfo;

/** The parts of tfjs's WASM backend that are used here. */
interface WasmBackend extends KernelBackend {
  makeOutput(shape: number[], dtype: 'float32'): TensorInfo;
  typedArrayFromHeap(info: TensorInfo): Float32Array;
}

/** The parts of tfjs's CPU backend that are used here. */
interface CpuBackend extends KernelBackend {
  makeTensorInfo(shape: number[], dtype: 'float32', values: Float32Array): TensorInfo;
  data: { get(dataId: object): { values: Float32Array } };
}

/** Memory on a backend that tfjs has set up under `name`. */
export function memoryOn(name: 'wasm' | 'cpu', backend: KernelBackend): Memory {
  const kernel = getKernel('BatchMatMul', name);
  if (!kernel) throw new Error(`The ${name} backend has no matrix product.`);
  const attrs = { transposeA: false, transposeB: false };
  const product = (a: Matrix, b: Matrix) =>
    kernel.kernelFunc({ inputs: { a, b }, backend, attrs }) as TensorInfo;
  const free = (matrix: Matrix) => void backend.disposeData(matrix.dataId);

  if (name === 'wasm') {
    const wasm = backend as WasmBackend;
    return {
      make: (rows, columns) => wasm.makeOutput([rows, columns], 'float32'),
      view: (matrix) => wasm.typedArrayFromHeap(matrix),
      product,
      free,
    };
  }
  const cpu = backend as CpuBackend;
  return {
    make: (rows, columns) =>
      cpu.makeTensorInfo([rows, columns], 'float32', new Float32Array(rows * columns)),
    view: (matrix) => cpu.data.get(matrix.dataId).values,
    product,
    free,
  };
}
