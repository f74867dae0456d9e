import { afterEach, describe, expect, it } from 'vitest';
import type { BackendName, Experiment } from '#lib/experiment/experiment.ts';
import type { Probe } from '#lib/protocol/protocol.ts';
import { environmentOf, never, world, type World } from './fake-staff.ts';
import { isDone, stage as newStage, tenSteps, type Stage } from './harness.ts';

const stages: Stage[] = [];
async function started(changed: Partial<Experiment>, here: Partial<World> = {}): Promise<Stage> {
  const experiment = tenSteps(['single', 'full-ensemble'], changed);
  const made = newStage(experiment, { ...world(), ...here });
  stages.push(made);
  await made.run.start();
  return made;
}
afterEach(() => stages.splice(0).forEach(({ run }) => run.dispose()));

const software: Probe = {
  backend: 'webgl',
  available: true,
  environment: { ...environmentOf('webgl'), renderer: 'SwiftShader', hardware: false },
};
const none = (backend: BackendName): Probe => ({
  backend,
  available: false,
  reason: { name: 'no-webgl2', message: 'none here' },
});

describe('the backend', () => {
  it('is WebGL by default where a graphics card renders, and nothing else is tried', async () => {
    const { view, world: asked } = await started({ backend: 'default' });
    expect(view().environment?.backend).toBe('webgl');
    expect(view().notices).toEqual([]);
    expect(asked.log.filter((line) => line === 'scout probe')).toHaveLength(1);
  });

  it('is WASM by default where software renders, and the run says so', async () => {
    const { view } = await started({ backend: 'default' }, { probes: { webgl: software } });
    expect(view().environment?.backend).toBe('wasm');
    expect(view().notices).toEqual([
      {
        kind: 'backend-fallback',
        from: 'webgl',
        to: 'wasm',
        reason: { kind: 'software-renderer', detail: 'SwiftShader' },
      },
    ]);
  });

  it('is CPU where nothing else can be had', async () => {
    const probes = { webgl: none('webgl'), wasm: none('wasm') };
    const { view } = await started({ backend: 'default' }, { probes });
    expect(view().environment?.backend).toBe('cpu');
    expect(view().notices).toMatchObject([
      { from: 'webgl', to: 'cpu', reason: { kind: 'no-webgl2', detail: 'none here' } },
    ]);
  });

  it('is WebGL in software where that was asked for', async () => {
    const { view } = await started({ backend: 'webgl' }, { probes: { webgl: software } });
    expect(view().environment?.renderer).toBe('SwiftShader');
    expect(view().notices).toEqual([]);
  });

  it('is WASM where WebGL was asked for and cannot be had', async () => {
    const { view } = await started({ backend: 'webgl' }, { probes: { webgl: none('webgl') } });
    expect(view().environment?.backend).toBe('wasm');
    expect(view().notices).toMatchObject([{ kind: 'backend-fallback', to: 'wasm' }]);
  });

  it('is the same for every variant', async () => {
    const { view, until } = await started({ backend: 'cpu' });
    await until(isDone);
    expect(view().variants.map(({ environment }) => environment?.backend)).toEqual(['cpu', 'cpu']);
  });

  it('is the fastest with `auto`, measured on the slowest variant', async () => {
    const times = { webgl: 9, wasm: 3, cpu: 5 };
    const { view, world: asked } = await started({ backend: 'auto' }, { times });
    expect(view().environment?.backend).toBe('wasm');
    expect(view().timings.map((timing) => [timing.backend, timing.millisecondsPerStep])).toEqual([
      ['webgl', 9],
      ['wasm', 3],
      ['cpu', 5],
    ]);
    expect(asked.log).toContain('full-ensemble time');
  });

  it('is not, with `auto`, one whose worker died while it was timed', async () => {
    const { view } = await started(
      { backend: 'auto' },
      {
        times: { webgl: 1, cpu: 5 },
        beforeCall(name, trainer) {
          if (name !== 'time' || trainer.job?.backend !== 'webgl') return undefined;
          trainer.die('The worker failed: GPU gone');
          return never;
        },
      },
    );
    expect(view().environment?.backend).toBe('cpu');
    expect(view().timings[0]).toMatchObject({
      reason: { name: 'died', message: 'The worker failed: GPU gone' },
    });
  });

  it('is what was wanted where a scout was lost once', async () => {
    for (const kind of ['not-fetched', 'died'] as const) {
      let lost = 0;
      const { view } = await started(
        { backend: 'default' },
        {
          beforeCall(name, trainer) {
            if (name !== 'probe' || lost++ > 0) return undefined;
            trainer.die('gone', kind);
            return never;
          },
        },
      );
      expect(view().environment?.backend).toBe('webgl');
      expect(view().notices).toEqual([]);
    }
  });

  it('is none where the file of the scouts cannot be loaded: the run fails, with that reason', async () => {
    for (const backend of ['default', 'auto'] as const) {
      let asked = 0;
      const { view } = await started(
        { backend },
        {
          beforeCall(name, trainer) {
            if (name !== 'probe') return undefined;
            asked++;
            trainer.die('gone', 'not-fetched');
            return never;
          },
        },
      );
      expect(asked).toBe(2);
      expect(view().state).toBe('failed');
      expect(view().reason).toEqual({ kind: 'not-fetched', detail: 'gone' });
    }
  });

  it('that cannot be had at all fails the run, with the reason', async () => {
    const probes = { webgl: none('webgl'), wasm: none('wasm'), cpu: none('cpu') };
    const { view } = await started({ backend: 'default' }, { probes });
    expect(view().state).toBe('failed');
    expect(view().reason).toEqual({ kind: 'no-backend', detail: 'none here' });
  });

  it('that computes with 16 bits is noted', async () => {
    const environment = { ...environmentOf('webgl'), floatBits: 16 as const };
    const half: Probe = { backend: 'webgl', available: true, environment };
    const { view } = await started({ backend: 'webgl' }, { probes: { webgl: half } });
    expect(view().notices).toEqual([{ kind: 'half-precision' }]);
  });
});
