import type { Draw } from '../../averaging/draws.ts';

/**
 * Parameters that a subnetwork uses: a weight where both of its units are kept, a bias where its unit
 * is. The classes are always kept. `sizes` are the units of each layer, inputs and classes included.
 */
export function parametersInUse(sizes: readonly number[], { kept }: Pick<Draw, 'kept'>): number {
  const units = sizes.map((all, l) => kept[l]?.length ?? all);
  let used = 0;
  for (let l = 1; l < sizes.length; l++) used += (units[l - 1] + 1) * units[l];
  return used;
}

/**
 * The mean of `parametersInUse` over all masks. Layers are masked independently, so that of n
 * inputs and m outputs (1−p)n · (1−p′)m weights and (1−p′)m biases are used, p and p′ the layers'
 * drop probabilities.
 */
export function expectedInUse(sizes: readonly number[], p: readonly number[]): number {
  const units = sizes.map((all, l) => all * (1 - (p[l] ?? 0)));
  let used = 0;
  for (let l = 1; l < sizes.length; l++) used += (units[l - 1] + 1) * units[l];
  return used;
}
