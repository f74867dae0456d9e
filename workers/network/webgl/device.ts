import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base.js';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Program } from './programs/index.ts';

/** The few things that the ensemble asks of tfjs's WebGL backend. */
export interface Device {
  /** A matrix of even rows and columns from the CPU; uploaded when a program first reads it. */
  upload(rows: number, columns: number, values: Float32Array): TensorInfo;
  run(program: Program, inputs: TensorInfo[], uniforms?: number[][]): TensorInfo;
  /** The numbers of a matrix, row by row. Waits for the GPU. */
  read(matrix: TensorInfo): Promise<Float32Array>;
  free(matrix: TensorInfo | null): void;
  /** Longest side of a texture, in texels. */
  largest: number;
}

/** A device over tfjs's backend. `check` throws when the context is lost. */
export function deviceOn(backend: MathBackendWebGL, check: () => void): Device {
  const free = (matrix: TensorInfo | null) => {
    if (matrix) backend.disposeIntermediateTensorInfo(matrix);
  };
  const { gl } = backend.gpgpu;
  const waiting = new Set<() => void>();
  const { canvas } = gl as unknown as { canvas: OffscreenCanvas };
  canvas.addEventListener('webglcontextlost', () => waiting.forEach((look) => look()));

  /** Rejects once the context is lost: tfjs waits for a fence, and that of a lost context never comes. */
  function unlessLost<T>(reading: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      function look(): void {
        try {
          check();
        } catch (error) {
          waiting.delete(look);
          reject(error as Error);
        }
      }
      waiting.add(look);
      void reading.then(resolve, reject).finally(() => waiting.delete(look));
    });
  }

  return {
    upload: (rows, columns, values) => backend.makeTensorInfo([rows, columns], 'float32', values),
    run: (program, inputs, uniforms = []) =>
      backend.runWebGLProgram(program, inputs, 'float32', uniforms, true),
    async read(matrix) {
      check();
      const values = (await unlessLost(backend.read(matrix.dataId))) as Float32Array;
      check();
      return values;
    },
    free,
    largest: gl.getParameter(gl.MAX_TEXTURE_SIZE) as number,
  };
}
