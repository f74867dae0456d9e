import { describe, expect, it } from 'vitest';
import { nodeFactory } from '#lib/crew/hire/node-factory.ts';
import { mended } from '#lib/crew/hire/mended.ts';
import { proberDesk } from '#lib/crew/ask/prober.ts';
import { stabilityPreset } from '#lib/experiment/stability/presets.ts';
import type { SignalsAnswer } from '#workers/stability/signals/signals.ts';
import { fakeFactory, world } from './fake-staff.ts';

const { stack } = stabilityPreset('he');

describe('the desk of the prober', () => {
  it('opens one worker with the first question, and its backend once', async () => {
    const here = world();
    const opened: unknown[] = [];
    const prober = {
      open: async (...all: unknown[]) => void opened.push(all),
      ask: async (id: number, question: string) => ({ id, question }),
      stop: async () => undefined,
    };
    const factory = fakeFactory(here, undefined, undefined, undefined, prober);
    const desk = proberDesk(factory);
    expect(here.probers).toHaveLength(0);
    const asked = [0, 1].map(() => desk.ask('products', { factor: 2, count: 3 }));
    expect(await Promise.all(asked)).toEqual([0, 1].map((id) => ({ id, question: 'products' })));
    expect(here.probers).toHaveLength(1);
    expect(opened).toEqual([[{ backend: 'auto', render: 'single' }, factory.wasmPaths]]);
    desk.retire();
    expect(here.probers[0].alive).toBe(false);
  });
});

describe('a prober on WebGL', () => {
  it('gets another context once it lost one, and WASM once it lost two, which it says', async () => {
    const here = world();
    let losses = 2;
    const prober = {
      open: async ({ backend }: { backend: string }) => ({
        environment: { backend },
        instead: null,
      }),
      async ask() {
        if (losses-- > 0) throw new Error('context-lost: the WebGL context was lost.');
        return 'answered';
      },
      stop: async () => undefined,
    };
    const factory = fakeFactory(here, undefined, undefined, undefined, prober);
    const seen: unknown[] = [];
    const desk = proberDesk(factory, { backend: 'webgl', render: 'single' }, (computing) =>
      seen.push([computing.environment.backend, computing.instead?.message.slice(0, 12) ?? null]),
    );
    const answer = mended(async () => desk.ask('products', { factor: 2, count: 3 }));
    expect(await answer).toBe('answered');
    expect(seen).toEqual([
      ['webgl', null],
      ['webgl', null],
      ['wasm', 'context-lost'],
    ]);
    desk.retire();
  });
});

describe('a desk that is closed', () => {
  it('opens no worker for a question that was under way, nor for a later one', async () => {
    const here = world();
    const prober = {
      open: async () => ({ environment: {}, instead: null }),
      ask: () => new Promise(() => undefined),
      stop: async () => undefined,
    };
    const desk = proberDesk(fakeFactory(here, undefined, undefined, undefined, prober));
    const ask = () => mended(async () => desk.ask('products', { factor: 2, count: 3 }));
    const pending = ask();
    await expect.poll(() => here.probers.length).toBe(1);
    desk.retire();
    await expect(pending).rejects.toThrow('closed');
    await expect(ask()).rejects.toThrow('closed');
    expect(here.probers.map(({ alive }) => alive)).toEqual([false]);
  });
});

describe('a prober in a thread of its own', () => {
  it('tells how far it is, ends a question early, and answers another one meanwhile', async () => {
    const desk = proberDesk(nodeFactory());
    const abort = new AbortController();
    const told: SignalsAnswer[] = [];
    const answer = desk.ask(
      'signals',
      { stack: { ...stack, networks: 200, width: 32, depth: 200 } },
      {
        signal: abort.signal,
        tell(news) {
          told.push(news);
          abort.abort();
        },
      },
    );
    const { runs } = await desk.ask('products', { factor: 2, count: 16 });
    expect(runs.float16.overflow).toBe(16);
    const { networks, quantities } = await answer;
    expect(networks).toBeLessThan(200);
    expect(networks).toBeGreaterThanOrEqual(told[0].networks);
    expect(quantities.second.first).toEqual(told[0].quantities.second.first);
    desk.retire();
  });

  it('says what is wrong with a job', async () => {
    const desk = proberDesk(nodeFactory());
    await expect(desk.ask('products', { factor: 2, count: -2 })).rejects.toThrow(/length/i);
    desk.retire();
  });
});
