import { parentPort } from 'node:worker_threads';
import { startingParameters } from './examples.ts';
import { openHosts } from './host.ts';
import { dropoutSpec, train } from './train.ts';

/**
 * A run in a thread of its own, with modules and backends of its own: posts the parameters after
 * twenty steps, by backend and optimiser. `repeatability.test.ts` starts it.
 */
for (const { environment, ensemble } of await openHosts()) {
  for (const optimizer of ['sgd', 'adam'] as const) {
    const network = ensemble(dropoutSpec(optimizer));
    network.write({ parameters: startingParameters(network.spec) });
    train(network, 0, 20);
    const { parameters } = await network.read();
    parentPort?.postMessage({ name: `${environment.backend} ${optimizer}`, parameters });
  }
}
