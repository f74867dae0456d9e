import { expect, test } from 'vitest';
import { averageExactly } from '#lib/crew/average/exact.ts';
import { nodeFactory } from '#lib/crew/hire/node-factory.ts';
import type { Factory, WorkerLike } from '#lib/crew/hire/staff.ts';
import type { ExactProblem } from '#lib/experiment/exact-sums.ts';
import { generator } from '#lib/random/generator.ts';
import { initialParameters } from '#workers/network/initialisations.ts';
import { layoutOf } from '#workers/network/layout.ts';

const factory = nodeFactory();

function problemOf(hidden: number): ExactProblem {
  const sizes = [2, hidden, hidden, 2];
  const random = generator(5);
  return {
    sizes,
    activation: 'relu',
    p: [0, 0.5, 0.5],
    count: 40,
    parameters: initialParameters(layoutOf(sizes, 1), 'he', 0, 1),
    rows: Float32Array.from({ length: 80 }, () => random.normal()),
  };
}

test('the exact average is the same to the last bit for 1, 2 and 4 workers', async () => {
  const [one, two, four] = await Promise.all(
    [1, 2, 4].map((workers) => averageExactly(problemOf(8), factory, { workers })),
  );
  expect(two).toEqual(one);
  expect(four).toEqual(one);
  expect(one.weight).toBeCloseTo(1, 12);
});

test('progress is told after each chunk, up to all of them', async () => {
  const told: string[] = [];
  await averageExactly(problemOf(4), factory, {
    workers: 2,
    progress: (done, chunks) => told.push(`${done}/${chunks}`),
  });
  expect(told).toEqual(Array.from({ length: 16 }, (_, i) => `${i + 1}/16`));
});

test('it can be stopped', async () => {
  const abort = new AbortController();
  const averaging = averageExactly(problemOf(10), factory, {
    workers: 2,
    signal: abort.signal,
    progress: () => abort.abort(),
  });
  await expect(averaging).rejects.toThrow('sent home');
});

test('a worker that dies is replaced, and the result is the same', async () => {
  let opened = 0;
  const dying: Factory = {
    ...factory,
    averager(): WorkerLike {
      const worker = factory.averager();
      if (opened++ > 0) return worker;
      return {
        ...worker,
        onEnd: (listener) => {
          worker.onEnd(listener);
          // Not before it has been ready: it dies over its work.
          worker.endpoint.addEventListener('message', () => listener('The worker exited.'));
        },
      };
    },
  };
  const mended = await averageExactly(problemOf(6), dying, { workers: 1 });
  expect(opened).toBeGreaterThan(1);
  expect(mended).toEqual(await averageExactly(problemOf(6), factory, { workers: 1 }));
});

test('too many units are refused with a sentence that says how many there are', async () => {
  await expect(averageExactly(problemOf(11), factory, { workers: 2 })).rejects.toThrow(
    /at most 20 .* got 22/,
  );
});
