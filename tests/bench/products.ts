import * as tf from '@tensorflow/tfjs';
import type { Contestant } from './contestant.ts';
import type { Work } from './work.ts';

/** Of one product: `[rows, inner]` · `[inner, columns]`. */
export type ProductShape = [rows: number, inner: number, columns: number];

/** The products of a training step: forward, backward and of the gradients. */
export function productsOf({ sizes, batch }: Work): ProductShape[] {
  const shapes: ProductShape[] = [];
  for (let l = 1; l < sizes.length; l++) {
    const [inputs, outputs] = [sizes[l - 1], sizes[l]];
    shapes.push([batch, inputs, outputs]);
    if (l > 1) shapes.push([batch, outputs, inputs]);
    shapes.push([inputs, batch, outputs]);
  }
  return shapes;
}

/**
 * Bare matrix products as plain a·b with operands already oriented. XNNPACK keeps a packed copy of a
 * right-hand matrix that it has seen, and weights and activations change at every step: each right-hand
 * tensor is new, and made before the clock starts.
 */
export function products(shapes: readonly ProductShape[]): Contestant {
  const numbers = (size: number) => Float32Array.from({ length: size }, (_, i) => Math.sin(i));
  const left = shapes.map(([rows, inner]) => tf.tensor2d(numbers(rows * inner), [rows, inner]));
  const values = shapes.map(([, inner, columns]) => numbers(inner * columns));
  let right: tf.Tensor2D[] = [];

  return {
    name: 'products',
    prepare() {
      tf.dispose(right);
      right = shapes.map(([, inner, columns], i) => tf.tensor2d(values[i], [inner, columns]));
    },
    step() {
      left.forEach((a, i) => a.matMul(right[i]).dispose());
      return Promise.resolve(null);
    },
    dispose: () => tf.dispose([...left, ...right]),
  };
}
