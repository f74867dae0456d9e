import { generator } from '#lib/random/generator.ts';
import { key, streams } from '#lib/random/key.ts';
import { permutation } from '#lib/random/permutation.ts';
import { limits } from './limits.ts';
import { failure, type Outcome } from './problem.ts';

/** Row numbers of a file, for each part. No row is in both. */
export interface Split {
  train: Uint32Array;
  test: Uint32Array;
}

/**
 * Shares `count` rows of a file out to train and test, in an order that the seed decides. Training rows
 * are taken from the front of that order and test rows from its back, so that asking for more of one
 * leaves the other as it is.
 *
 * A file with fewer rows than asked for is used whole: test gives way first, down to a third of the
 * file, then train. Fails where fewer than 20 rows are left to share (`too-few`).
 */
export function split(
  count: number,
  wanted: { train: number; test: number },
  seed: number,
  file: string,
): Outcome<Split> {
  if (count < limits.fewestRows) {
    return failure({
      kind: 'too-few',
      file,
      at: null,
      expected: `≥ ${limits.fewestRows}`,
      got: String(count),
    });
  }
  const most = Math.max(count - wanted.test, Math.floor((2 * count) / 3));
  const train = Math.min(wanted.train, most);
  const test = Math.min(wanted.test, count - train);
  const order = permutation(count, generator(key(seed, streams.dataSplit)));
  return {
    ok: true,
    value: { train: order.slice(0, train), test: order.slice(count - test).reverse() },
  };
}
