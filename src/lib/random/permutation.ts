import type { Generator } from './generator.ts';

/** A random order of 0 … n − 1 (Fisher and Yates), every order equally likely. */
export function permutation(n: number, random: Generator): Uint32Array {
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  for (let i = n - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const held = order[i];
    order[i] = order[j];
    order[j] = held;
  }
  return order;
}
