import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base.js';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Program } from './programs.ts';

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
  return {
    upload: (rows, columns, values) => backend.makeTensorInfo([rows, columns], 'float32', values),
    run: (program, inputs, uniforms = []) =>
      backend.runWebGLProgram(program, inputs, 'float32', uniforms, true),
    async read(matrix) {
      check();
      const values = (await backend.read(matrix.dataId)) as Float32Array;
      check();
      return values;
    },
    free,
    largest: gl.getParameter(gl.MAX_TEXTURE_SIZE) as number,
  };
}
