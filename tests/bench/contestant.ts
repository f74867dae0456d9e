/** One who takes the same training step as the others, in its own way. */
export interface Contestant {
  name: string;
  /** What must be there before each step and is not timed. */
  prepare?(): void;
  /** Takes one step, waits until it is done, and gives the loss where there is one. */
  step(): Promise<number | null>;
  dispose(): void;
}

/** Times in milliseconds a step, one for each round. */
export interface Timed {
  name: string;
  times: number[];
  losses: number[];
}

/**
 * Times contestants in turn, round after round, in alternating order, so that whatever else the machine
 * does falls on all of them alike. Each round takes `steps` steps of each.
 */
export async function race(
  contestants: readonly Contestant[],
  { warmUp, rounds, steps }: { warmUp: number; rounds: number; steps: number },
): Promise<Timed[]> {
  const timed = contestants.map(({ name }): Timed => ({ name, times: [], losses: [] }));

  async function take(who: number, count: number): Promise<number> {
    const contestant = contestants[who];
    let time = 0;
    for (let i = 0; i < count; i++) {
      contestant.prepare?.();
      const start = performance.now();
      const loss = await contestant.step();
      time += performance.now() - start;
      if (loss !== null) timed[who].losses.push(loss);
    }
    return time / count;
  }

  for (let who = 0; who < contestants.length; who++) await take(who, warmUp);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const who = round % 2 === 0 ? turn : contestants.length - 1 - turn;
      timed[who].times.push(await take(who, steps));
    }
  }
  timed.forEach(checkThatItLearned);
  return timed;
}

/** A step that does not train is no step: the loss must have fallen. */
function checkThatItLearned({ name, losses }: Timed): void {
  if (losses.length === 0) return;
  const mean = (part: number[]) => part.reduce((sum, loss) => sum + loss, 0) / part.length;
  const few = Math.max(1, Math.floor(losses.length / 5));
  const before = mean(losses.slice(0, few));
  const after = mean(losses.slice(-few));
  if (!(after < before)) {
    throw new Error(`${name} does not learn: its loss went from ${before} to ${after}.`);
  }
}
