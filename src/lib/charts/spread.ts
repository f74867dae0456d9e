/**
 * Moves labels apart: each as near as can be (least squares) to where it wants to be, in the order
 * of the wishes, `gap` between neighbours, all within `[low, high]`. Pool-adjacent-violators: after
 * i · gap is taken from the i-th wish, places only have to ascend.
 *
 * @returns places in the order of `wishes`; evenly `(high - low) / (n - 1)` apart where they do not fit
 */
export function spread(
  wishes: readonly number[],
  gap: number,
  [low, high]: readonly [number, number],
): number[] {
  const order = wishes.map((_, i) => i).sort((a, b) => wishes[a] - wishes[b] || a - b);
  const room = wishes.length > 1 ? (high - low) / (wishes.length - 1) : 0;
  const step = Math.min(gap, room);
  const pools: { sum: number; count: number }[] = [];
  for (const [rank, i] of order.entries()) {
    let pool = { sum: wishes[i] - rank * step, count: 1 };
    while (pools.length > 0 && mean(pools[pools.length - 1]) >= mean(pool)) {
      const previous = pools.pop()!;
      pool = { sum: previous.sum + pool.sum, count: previous.count + pool.count };
    }
    pools.push(pool);
  }
  const places = new Array<number>(wishes.length);
  const last = high - step * Math.max(0, wishes.length - 1);
  let rank = 0;
  for (const pool of pools) {
    const base = Math.min(Math.max(mean(pool), low), Math.max(low, last));
    for (let n = 0; n < pool.count; n++, rank++) places[order[rank]] = base + rank * step;
  }
  return places;
}

function mean(pool: { sum: number; count: number }): number {
  return pool.sum / pool.count;
}
