import { describe, expect, it } from 'vitest';
import { noCure } from '#lib/experiment/stability/training.ts';
import { stabilityResult } from '#lib/labs/stability/result.ts';
import { StabilityLab } from '#lib/labs/stability/stability-lab.svelte.ts';
import type { ProberStaff } from '#lib/labs/stability/prober-staff.ts';
import type { Computing } from '#workers/stability/prober.ts';

const computing: Computing = {
  environment: { backend: 'wasm', renderer: 'SIMD', hardware: false, floatBits: 32, tfjs: '4' },
  instead: null,
};

/** Workers that answer with their own number, after failing as often as they are told to. */
function staff(failures: Error[] = []) {
  const hired: unknown[] = [];
  const all: ProberStaff = {
    async desk(compute, opened) {
      const number = hired.push(compute);
      opened?.(computing);
      return {
        async ask() {
          const failure = failures.shift();
          if (failure) throw failure;
          return number as never;
        },
        retire: () => undefined,
      };
    },
    data: () => Promise.reject(new Error('There are no data here.')),
    cores: async () => 1,
  };
  return { hired, all };
}

const job = { factor: 2, count: 3 };

describe('the lab of stability', () => {
  it('asks again where a worker died, and knows what it computes with', async () => {
    const died = Object.assign(new Error('gone'), { name: 'died' });
    const lab = new StabilityLab(staff([died, died]).all);
    expect(await lab.desks.ask('products', job)).toBe(1);
    expect(lab.desks.computing).toEqual(computing);
  });

  it('opens another worker for another backend, which another stop keeps', async () => {
    const { hired, all } = staff();
    const lab = new StabilityLab(all);
    await lab.desks.ask('products', job);
    lab.set('compute.backend', 'webgl');
    expect(lab.desks.computing).toBeNull();
    await lab.desks.ask('products', job);
    expect(hired).toEqual([
      { backend: 'auto', render: 'single' },
      { backend: 'webgl', render: 'single' },
    ]);
    lab.choose('stuck');
    expect(lab.query).toBe('preset=stuck&backend=webgl');
  });

  it('leaves to a view that stays how far it is, starts what a stop shows, and nothing unasked', () => {
    const lab = new StabilityLab(staff().all);
    lab.open('?run=1');
    const gone = lab.shows('signals', { phase: 'done', figures: () => null });
    lab.choose('tanh');
    expect([lab.phase, lab.runAtOnce, lab.query]).toEqual(['done', true, 'preset=tanh']);
    lab.open('?run=1');
    lab.show('learning');
    gone();
    expect([lab.phase, lab.runAtOnce]).toEqual(['idle', false]);
  });

  it('is as far as what it shows: what is done does not speak for what still runs, or has failed', () => {
    const lab = new StabilityLab(staff().all);
    expect([lab.phase, lab.reason]).toEqual(['idle', null]);
    const figures = () => null;
    const reason = { kind: 'unforeseen', detail: 'gone' } as const;
    lab.shows('taylor', { phase: 'done', reason: null, figures });
    lab.shows('claim', { figures });
    expect([lab.phase, lab.reason]).toEqual(['done', null]);
    const failed = lab.shows('signals', { phase: 'failed', reason, figures });
    expect([lab.phase, lab.reason]).toEqual(['failed', reason]);
    const running = lab.shows('matrices', { phase: 'running', reason: null, figures });
    expect([lab.phase, lab.reason]).toEqual(['running', reason]);
    running();
    failed();
    expect(lab.phase).toBe('done');
  });

  it('shows a training of its own, and starts it', () => {
    const lab = new StabilityLab(staff().all);
    lab.open('preset=grid');
    const { stack, training } = lab.state;
    lab.train({ stack: { ...stack, depth: 7 }, training: { ...training, learningRate: 0.25 } });
    expect([lab.state.view, lab.runAtOnce]).toEqual(['learning', true]);
    expect([lab.state.stack.depth, lab.state.training.learningRate]).toEqual([7, 0.25]);
  });

  it('names the usual stop in the link once it was chosen, and only then', () => {
    const lab = new StabilityLab(staff().all);
    lab.open('');
    expect([lab.named, lab.query]).toEqual([false, '']);
    lab.choose('sigmoid');
    expect([lab.named, lab.query]).toEqual([true, 'preset=sigmoid']);
    lab.open('?preset=sigmoid');
    expect(lab.named).toBe(true);
  });

  it('leaves the figures of what is shown, and of nothing else', () => {
    const lab = new StabilityLab(staff().all);
    const gone = lab.shows('products', { figures: () => 1 });
    const y = Float64Array.of(1, NaN, -Infinity);
    lab.shows('signals', { figures: () => ({ y, of: [noCure.kind] }) });
    lab.shows('grid', { figures: () => [new RangeError('too long')] });
    gone();
    const result = stabilityResult(lab.state, computing, lab.figures(), 'a browser');
    expect(JSON.parse(JSON.stringify(result))).toEqual({
      format: 'dropout-lab-stability-result',
      version: 1,
      state: lab.state,
      instead: null,
      environment: { ...computing.environment, userAgent: 'a browser' },
      figures: {
        signals: { y: [1, 'NaN', '-Infinity'], of: ['none'] },
        grid: [{ name: 'RangeError', message: 'too long' }],
      },
    });
  });
});
