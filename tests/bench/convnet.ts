import convnetjs from 'convnetjs';
import type { Contestant } from './contestant.ts';
import { endless, type Work, type WorkBatch } from './work.ts';

/** convnetjs with its own dropout: plain loops over float64 arrays, one example at a time. */
export function convnet(work: Work, batches: readonly WorkBatch[]): Contestant {
  const { sizes, batch, p, learningRate, momentum } = work;
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: sizes[0] },
    ...sizes.slice(1, -1).map((units) => ({
      type: 'fc',
      num_neurons: units,
      activation: 'relu',
      drop_prob: p,
    })),
    { type: 'softmax', num_classes: sizes[sizes.length - 1] },
  ]);
  const trainer = new convnetjs.SGDTrainer(net, {
    learning_rate: learningRate,
    momentum,
    batch_size: batch,
    l2_decay: 0,
  });
  const examples = batches.map(({ rows, labels }) =>
    Array.from(labels, (label, row) => {
      const volume = new convnetjs.Vol(1, 1, sizes[0], 0);
      volume.w.set(rows.subarray(row * sizes[0], (row + 1) * sizes[0]));
      return { volume, label };
    }),
  );
  const next = endless(examples);
  return {
    name: 'convnetjs',
    step() {
      let loss = 0;
      for (const { volume, label } of next()) loss += trainer.train(volume, label).cost_loss;
      return Promise.resolve(loss / batch);
    },
    dispose() {},
  };
}
