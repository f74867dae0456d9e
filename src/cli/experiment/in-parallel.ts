/** Does `work` on each item, at most `most` at once. The results are in the order of the items. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  let next = 0;
  async function line(): Promise<void> {
    while (next < items.length) {
      const mine = next++;
      results[mine] = await work(items[mine]);
    }
  }
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, line));
  return results;
}
