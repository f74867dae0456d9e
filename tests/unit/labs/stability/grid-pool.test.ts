import { describe, expect, it } from 'vitest';
import { ATTEMPTS, Pool, type Cell } from '#lib/labs/stability/grid/pool.ts';

/** A pool whose cells end when the test says so. */
function poolOf(cells: number) {
  const under = new Map<number, { end(): void; die(): void; worker: string }>();
  const begun: { cell: number; worker: string }[] = [];
  const seen: [number, Cell<string>['kind']][] = [];
  let replaced = 0;
  const pool = new Pool<string, string>({
    cells,
    train: (worker, cell, signal) =>
      new Promise((resolve, reject) => {
        expect(under.has(cell), 'no cell is trained twice at once').toBe(false);
        begun.push({ cell, worker });
        const end = () => under.delete(cell) && resolve(`cell ${cell}`);
        const die = () => under.delete(cell) && reject(new Error('died'));
        under.set(cell, { end, die, worker });
        signal.addEventListener('abort', end, { once: true });
      }),
    replace: (worker) => `${worker.split('+')[0]}+${++replaced}`,
    changed: (cell, now) => seen.push([cell, now.kind]),
  });
  const turns = async () => {
    for (let i = 0; i < 10; i++) await Promise.resolve();
  };
  const kinds = () => pool.cells.map(({ kind }) => kind);
  return { pool, under, begun, seen, turns, kinds };
}

describe('the pool of a grid', () => {
  it('gives out the cells in their order, one to each worker at a time', async () => {
    const { pool, under, begun, turns, kinds } = poolOf(4);
    const run = pool.run(['a', 'b']);
    await turns();
    expect(begun).toEqual([
      { cell: 0, worker: 'a' },
      { cell: 1, worker: 'b' },
    ]);
    under.get(1)!.end();
    await turns();
    expect(begun.at(-1)).toEqual({ cell: 2, worker: 'b' });
    under.get(0)!.end();
    under.get(2)!.end();
    await turns();
    under.get(3)!.end();
    await run;
    expect(begun.map(({ cell }) => cell)).toEqual([0, 1, 2, 3]);
    expect(kinds()).toEqual(['done', 'done', 'done', 'done']);
    expect(pool.cells[2]).toEqual({ kind: 'done', answer: 'cell 2' });
  });

  it('has a new worker train the cell of one that died, before any other', async () => {
    const { pool, under, begun, turns, kinds } = poolOf(3);
    const run = pool.run(['a']);
    await turns();
    under.get(0)!.die();
    await turns();
    expect(begun).toEqual([
      { cell: 0, worker: 'a' },
      { cell: 0, worker: 'a+1' },
    ]);
    for (const cell of [0, 1, 2]) {
      under.get(cell)!.end();
      await turns();
    }
    await run;
    expect(begun.slice(2).map(({ worker }) => worker)).toEqual(['a+1', 'a+1']);
    expect(kinds()).toEqual(['done', 'done', 'done']);
  });

  it('gives a cell up after its last attempt, with the reason, and goes on with the others', async () => {
    const { pool, under, begun, turns, kinds } = poolOf(2);
    const run = pool.run(['a']);
    for (let i = 0; i < ATTEMPTS; i++) {
      await turns();
      under.get(0)!.die();
    }
    await turns();
    under.get(1)!.end();
    await run;
    expect(begun.filter(({ cell }) => cell === 0)).toHaveLength(ATTEMPTS);
    expect(kinds()).toEqual(['failed', 'done']);
    expect(pool.cells[0]).toEqual({ kind: 'failed', error: new Error('died') });
  });

  it('stops, and goes on with what is missing', async () => {
    const { pool, under, begun, turns, kinds } = poolOf(4);
    const run = pool.run(['a', 'b']);
    await turns();
    under.get(0)!.end();
    await turns();
    pool.stop();
    await run;
    expect(kinds()).toEqual(['done', 'waiting', 'waiting', 'waiting']);

    const again = pool.run(['c']);
    for (const cell of [1, 2, 3]) {
      await turns();
      expect([...under.keys()]).toEqual([cell]);
      under.get(cell)!.end();
    }
    await again;
    expect(begun.filter(({ cell }) => cell === 0)).toHaveLength(1);
    expect(kinds()).toEqual(['done', 'done', 'done', 'done']);
  });

  it('does not count it as an attempt where a worker is lost because it was stopped', async () => {
    const { pool, under, begun, turns } = poolOf(1);
    for (let i = 0; i < ATTEMPTS + 1; i++) {
      const run = pool.run(['a']);
      await turns();
      const { die } = under.get(0)!;
      // The worker dies in the same moment: its rejection comes first.
      die();
      pool.stop();
      await run;
    }
    expect(begun).toHaveLength(ATTEMPTS + 1);
    expect(pool.cells[0].kind).toBe('waiting');
  });

  it('waits for the workers of the last round before it gives out their cells again', async () => {
    const { pool, under, turns, kinds } = poolOf(1);
    const first = pool.run(['a']);
    await turns();
    const second = pool.run(['b']);
    await first;
    await turns();
    expect(under.get(0)!.worker).toBe('b');
    under.get(0)!.end();
    await second;
    expect(kinds()).toEqual(['done']);
  });

  it('tells of every change, and has nothing to do where all is there', async () => {
    const { pool, under, seen, turns, begun } = poolOf(1);
    const run = pool.run(['a', 'b', 'c']);
    await turns();
    under.get(0)!.end();
    await run;
    expect(seen).toEqual([
      [0, 'training'],
      [0, 'done'],
    ]);
    await pool.run(['a']);
    expect(begun).toHaveLength(1);
  });
});
