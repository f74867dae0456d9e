import type { OpenBackend } from '#workers/backend.ts';
import { initialParameters } from '#workers/network/initialisations.ts';
import { layoutOf } from '#workers/network/layout.ts';
import type { Contestant } from './contestant.ts';
import { endless, type Work, type WorkBatch } from './work.ts';

/** The lab's own ensemble: all members in one. Waits for the losses of every step. */
export function ours(work: Work, batches: readonly WorkBatch[], backend: OpenBackend): Contestant {
  const { sizes, members, batch, learningRate, momentum, p } = work;
  const ensemble = backend.ensemble({
    sizes,
    members,
    activation: 'relu',
    optimizer: 'sgd',
    batch,
    masks: { kind: 'fresh', seed: 1 },
  });
  ensemble.write({ parameters: initialParameters(layoutOf(sizes, members), 'he', 0, 1) });
  const settings = {
    learningRate,
    momentum,
    l2: 0,
    maxNorm: 0,
    p: [0, ...sizes.slice(1, -1).map(() => p)],
  };
  const next = endless(batches);
  let step = 0;
  return {
    name: 'ours',
    async step() {
      const { rows, labels } = next();
      ensemble.step({ rows, labels, count: batch }, step++, settings);
      const losses = await ensemble.losses();
      return losses.reduce((sum, loss) => sum + loss, 0) / members;
    },
    dispose: () => ensemble.dispose(),
  };
}
