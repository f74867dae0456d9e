import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { sameBytes } from './closeness.ts';
import { startingParameters } from './examples.ts';
import { openHosts } from './host.ts';
import { dropoutSettings, dropoutSpec, train } from './train.ts';

const backends = await openHosts();
const optimizers = ['sgd', 'adam'] as const;

/** Parameters after twenty steps, by backend and optimiser. */
type Runs = Map<string, Float32Array>;

async function runHere(): Promise<Runs> {
  const runs: Runs = new Map();
  for (const { environment, ensemble } of backends) {
    for (const optimizer of optimizers) {
      const network = ensemble(dropoutSpec(optimizer));
      network.write({ parameters: startingParameters(network.spec) });
      train(network, 0, 20);
      runs.set(`${environment.backend} ${optimizer}`, (await network.read()).parameters);
      network.dispose();
    }
  }
  return runs;
}

function runInFreshThread(): Promise<Runs> {
  return new Promise((resolve, reject) => {
    const runs: Runs = new Map();
    const worker = new Worker(new URL('./fresh-run.ts', import.meta.url), {
      execArgv: [],
      // tfjs greets every thread.
      stdout: true,
      stderr: true,
    });
    worker.on('message', ({ name, parameters }) => runs.set(name, parameters));
    worker.on('error', reject);
    worker.on('exit', () => resolve(runs));
  });
}

function expectSameRuns(a: Runs, b: Runs): void {
  expect([...b.keys()].sort()).toEqual([...a.keys()].sort());
  for (const [name, parameters] of a) {
    expect(parameters.every(Number.isFinite), name).toBe(true);
    expect(sameBytes(parameters, b.get(name)!), name).toBe(true);
  }
}

describe('the same run gives the same weights, bit by bit,', () => {
  it('from run to run in one thread', async () => {
    const runs = await runHere();
    expect(runs.size).toBe(4);
    expectSameRuns(runs, await runHere());
  });

  it('in fresh threads, two of them at work side by side', async () => {
    const [here, ...fresh] = await Promise.all([runHere(), runInFreshThread(), runInFreshThread()]);
    for (const runs of fresh) expectSameRuns(here, runs);
  });

  it('for member m, however many members there are', async () => {
    for (const { environment, ensemble } of backends) {
      for (const input of [0, 0.2]) {
        const settings = { ...dropoutSettings, p: [input, 0.5, 0.5] };
        const three = ensemble(dropoutSpec('sgd', 3));
        const two = ensemble(dropoutSpec('sgd', 2));
        for (const network of [three, two]) {
          network.write({ parameters: startingParameters(network.spec) });
          train(network, 0, 8, settings);
        }
        const [a, b] = [(await three.read()).parameters, (await two.read()).parameters];
        const on = `${environment.backend}, input dropout ${input}`;
        expect(sameBytes(a.subarray(0, b.length), b), on).toBe(true);
      }
    }
  });

  it('when it is read, written elsewhere and goes on there', async () => {
    for (const { environment, ensemble } of backends) {
      for (const optimizer of optimizers) {
        const straight = ensemble(dropoutSpec(optimizer));
        const first = ensemble(dropoutSpec(optimizer));
        const second = ensemble(dropoutSpec(optimizer));
        for (const network of [straight, first]) {
          network.write({ parameters: startingParameters(network.spec) });
        }
        train(straight, 0, 9);
        train(first, 0, 4);
        const checkpoint = await first.read();
        train(first, 4, 5); // What is read is a copy.
        train(second, 0, 3); // What was there before is gone.
        second.write(checkpoint);
        train(second, 4, 9);
        const [a, b] = [await straight.read(), await second.read()];
        const on = `${environment.backend}, ${optimizer}`;
        expect(sameBytes(a.parameters, b.parameters), on).toBe(true);
        a.moments.forEach((m, i) => expect(sameBytes(m, b.moments[i]), on).toBe(true));
        expect(sameBytes(await straight.losses(), await second.losses()), on).toBe(true);
      }
    }
  });

  it('when it is rolled back to a mark, however often, and goes on', async () => {
    for (const { environment, ensemble } of backends) {
      for (const optimizer of optimizers) {
        const [straight, back] = [0, 1].map(() => ensemble(dropoutSpec(optimizer)));
        for (const network of [straight, back]) {
          network.write({ parameters: startingParameters(network.spec) });
          train(network, 0, 3);
        }
        back.mark();
        for (const further of [4, 6]) {
          train(back, 3, further);
          back.rollback();
        }
        for (const network of [straight, back]) train(network, 3, 7);
        const [a, b] = [await straight.read(), await back.read()];
        const on = `${environment.backend}, ${optimizer}`;
        expect(sameBytes(a.parameters, b.parameters), on).toBe(true);
        a.moments.forEach((m, i) => expect(sameBytes(m, b.moments[i]), on).toBe(true));
      }
    }
  });

  it('when it begins anew from weights alone, without the moments of the run before', async () => {
    for (const { environment, ensemble } of backends) {
      for (const optimizer of optimizers) {
        const [unused, used] = [0, 1].map(() => ensemble(dropoutSpec(optimizer)));
        train(used, 0, 3);
        for (const network of [unused, used]) {
          network.write({ parameters: startingParameters(network.spec) });
          train(network, 0, 3);
        }
        const [a, b] = [await unused.read(), await used.read()];
        const on = `${environment.backend}, ${optimizer}`;
        expect(sameBytes(a.parameters, b.parameters), on).toBe(true);
      }
    }
  });

  it('and with other masks only the training differs: the weights it begins with do not', async () => {
    for (const { ensemble } of backends) {
      const [a, b] = [9, 10].map((seed) =>
        ensemble({ ...dropoutSpec('sgd'), masks: { kind: 'fresh', seed } }),
      );
      for (const network of [a, b]) network.write({ parameters: startingParameters(network.spec) });
      expect(sameBytes((await a.read()).parameters, (await b.read()).parameters)).toBe(true);
      for (const network of [a, b]) train(network, 0, 1);
      expect(sameBytes((await a.read()).parameters, (await b.read()).parameters)).toBe(false);
    }
  });
});
