import * as tf from '@tensorflow/tfjs';
import type { Contestant } from './contestant.ts';
import { endless, type Work, type WorkBatch } from './work.ts';

/**
 * tfjs's own `LayersModel`s, one a member, trained in turn by `trainOnBatch` on tfjs's current backend.
 * Their tensors are made once, before the race.
 */
export function layers(work: Work, batches: readonly WorkBatch[]): Contestant {
  const models = Array.from({ length: work.members }, (_, member) => model(work, member));
  const tensors = batches.map(({ rows, labels }) => ({
    x: tf.tensor2d(rows, [work.batch, work.sizes[0]]),
    y: tf.tidy(() => tf.oneHot(tf.tensor1d(labels, 'int32'), 10).toFloat()),
  }));
  const next = endless(tensors);
  return {
    name: 'layers',
    async step() {
      const { x, y } = next();
      let sum = 0;
      for (const one of models) sum += (await one.trainOnBatch(x, y)) as number;
      return sum / models.length;
    },
    dispose() {
      tensors.forEach(({ x, y }) => tf.dispose([x, y]));
      models.forEach((one) => one.dispose());
    },
  };
}

function model({ sizes, p, learningRate, momentum }: Work, member: number): tf.Sequential {
  const net = tf.sequential();
  sizes.slice(1, -1).forEach((units, l) => {
    const seed = 100 * member + l;
    const kernelInitializer = tf.initializers.heNormal({ seed });
    const inputShape = l === 0 ? [sizes[0]] : undefined;
    net.add(tf.layers.dense({ units, activation: 'relu', kernelInitializer, inputShape }));
    net.add(tf.layers.dropout({ rate: p }));
  });
  net.add(tf.layers.dense({ units: sizes[sizes.length - 1], activation: 'softmax' }));
  net.compile({
    optimizer: tf.train.momentum(learningRate, momentum),
    loss: 'categoricalCrossentropy',
  });
  return net;
}
