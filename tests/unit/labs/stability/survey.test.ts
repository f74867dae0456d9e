import { describe, expect, it } from 'vitest';
import type { ProberDesk } from '#lib/crew/ask/prober.ts';
import type { ProberStaff } from '#lib/labs/stability/prober-staff.ts';
import { StabilityLab } from '#lib/labs/stability/stability-lab.svelte.ts';

/** Staff whose first worker comes only once it is let in; every worker trains until it is stopped. */
function staff() {
  let letIn: () => void = () => undefined;
  const door = new Promise<void>((resolve) => (letIn = resolve));
  const seen = { hired: 0, home: 0 };
  const all: ProberStaff = {
    async desk() {
      if (seen.hired++ === 0) await door;
      const desk: Pick<ProberDesk, 'ask' | 'retire'> = {
        ask: (_name, _job, options) =>
          new Promise((_, reject) =>
            options?.signal?.addEventListener('abort', () => reject(new Error('stopped'))),
          ),
        retire: () => seen.home++,
      };
      return desk as ProberDesk;
    },
    async data() {
      const part = { rows: new Float32Array(1), labels: new Int32Array(1) };
      return { inputs: 1, classes: ['a', 'b'], train: part, test: part } as never;
    },
    cores: async () => 1,
  };
  return { all, seen, letIn };
}

async function turns(): Promise<void> {
  for (let i = 0; i < 50; i++) await Promise.resolve();
}

describe('a grid that is begun while workers are still being hired for another', () => {
  it('keeps its own pool when those workers come at last, and can be stopped', async () => {
    const { all, seen, letIn } = staff();
    const lab = new StabilityLab(all);
    lab.open('view=grid');
    const { survey } = lab;
    const first = survey.start(lab.state);
    await turns();
    const second = survey.start(lab.state);
    await turns();
    expect(survey.cells[0].kind).toBe('training');

    letIn();
    await first;
    expect(seen).toEqual({ hired: 2, home: 1 });
    survey.stop();
    await second;
    expect(survey.phase).toBe('paused');
  });
});
