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
    expect(await lab.ask('products', job)).toBe(1);
    expect(lab.computing).toEqual(computing);
  });

  it('opens another worker for another backend, which another stop keeps', async () => {
    const { hired, all } = staff();
    const lab = new StabilityLab(all);
    await lab.ask('products', job);
    lab.set('compute.backend', 'webgl');
    expect(lab.computing).toBeNull();
    await lab.ask('products', job);
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
    lab.reach('done');
    lab.choose('tanh');
    expect([lab.phase, lab.runAtOnce, lab.query]).toEqual(['done', true, 'preset=tanh']);
    lab.open('?run=1');
    lab.show('learning');
    expect([lab.phase, lab.runAtOnce]).toEqual(['idle', false]);
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
    const gone = lab.shows('products', () => 1);
    lab.shows('signals', () => ({ y: Float64Array.of(1, NaN, -Infinity), of: [noCure.kind] }));
    lab.shows('grid', () => [new RangeError('too long')]);
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
