import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import type { Ensemble } from '#workers/network/ensemble.ts';
import { sameBytes } from './closeness.ts';
import { examples, startingParameters } from './examples.ts';
import { openHosts } from './host.ts';
import { dropoutSettings, dropoutSpec, train } from './train.ts';

const backends = await openHosts();
const optimizers = ['sgd', 'adam'] as const;

/** Each member's own parameters. */
async function membersOf(network: Ensemble): Promise<Float32Array[]> {
  const { parameters } = await network.read();
  const size = parameters.length / network.spec.members;
  return Array.from({ length: network.spec.members }, (_, m) =>
    parameters.subarray(m * size, (m + 1) * size),
  );
}

function started(network: Ensemble): Ensemble {
  network.write({ parameters: startingParameters(network.spec) });
  return network;
}

/** Every network that shares its first layer among members, and every one that does not. */
function* cases() {
  for (const { environment, ensemble } of backends) {
    for (const optimizer of optimizers) {
      for (const input of [0, 0.2]) {
        const settings = { ...dropoutSettings, p: [input, 0.5, 0.5] };
        const on = `${environment.backend}, ${optimizer}, input dropout ${input}`;
        yield { make: () => started(ensemble(dropoutSpec(optimizer))), settings, on };
      }
    }
  }
}

describe('a member', () => {
  it('that is stopped stays as it is, and the others go on bit by bit as they would have', async () => {
    for (const { make, settings, on } of cases()) {
      const [stopped, free] = [make(), make()];
      for (const network of [stopped, free]) train(network, 0, 3, settings);
      const before = (await membersOf(stopped))[1];
      stopped.stop(1);
      for (const network of [stopped, free]) train(network, 3, 7, settings);
      const [after, others] = [await membersOf(stopped), await membersOf(free)];
      expect(sameBytes(after[1], before), on).toBe(true);
      expect(sameBytes(others[1], before), on).toBe(false);
      for (const m of [0, 2]) expect(sameBytes(after[m], others[m]), on).toBe(true);
    }
  });

  it('that is broken breaks no other', async () => {
    for (const { make, settings, on } of cases()) {
      const [broken, whole] = [make(), make()];
      const { parameters } = await broken.read();
      const size = parameters.length / 3;
      parameters.fill(Number.NaN, size, 2 * size);
      broken.write({ parameters });
      for (const network of [broken, whole]) train(network, 0, 4, settings);
      const [after, others] = [await membersOf(broken), await membersOf(whole)];
      expect(after[1].every(Number.isNaN), on).toBe(true);
      expect(await broken.losses(), on).toEqual(
        Float32Array.from(await whole.losses(), (loss, m) => (m === 1 ? Number.NaN : loss)),
      );
      for (const m of [0, 2]) expect(sameBytes(after[m], others[m]), on).toBe(true);
    }
  });

  it('shows an overflow in its loss or its weights: a network that has diverged does not look healthy', async () => {
    for (const { ensemble, environment } of backends) {
      for (const activation of ['relu', 'tanh', 'sigmoid'] as const) {
        const network = started(ensemble({ ...dropoutSpec('sgd'), activation }));
        const { parameters } = await network.read();
        parameters[3] = Number.NaN;
        network.write({ parameters });
        train(network, 0, 2, { ...dropoutSettings, p: [0, 0, 0] });
        const losses = await network.losses();
        expect(losses[0], `${environment.backend}, ${activation}`).toBeNaN();
      }
    }
  });
});

describe('memory', () => {
  it('is given back: steps and predictions leave no tensor behind', async () => {
    for (const { environment, ensemble } of backends) {
      const tensors = () => tf.findBackend(environment.backend).numDataIds();
      const before = tensors();
      const network = started(ensemble(dropoutSpec('sgd')));
      for (const p of [
        [0, 0, 0],
        [0.2, 0.5, 0.5],
      ]) {
        train(network, 0, 4, { ...dropoutSettings, p });
        const { rows, count } = examples(9, 7, 3);
        const held = network.hold(rows, count);
        await network.predict(held);
        await network.predict(held, { kind: 'subnetworks', seed: 1, first: 0 }, p);
        held.release();
      }
      network.dispose();
      expect(tensors(), environment.backend).toBe(before);
    }
  });
});
