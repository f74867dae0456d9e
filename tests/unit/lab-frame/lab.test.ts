import { describe, expect, test, vi } from 'vitest';
import type { Experiment } from '#lib/experiment/experiment.ts';
import type { FileReference } from '#lib/fields/file-text.ts';
import { fieldNamed } from '#lib/experiment/fields.ts';
import { Lab } from '#lib/lab-frame/lab.svelte.ts';
import type { AnyRun, Staff } from '#lib/lab-frame/staff.ts';
import type { DataSet } from '#lib/data/dataset.ts';

const data = { name: 'd', inputs: 1, classes: ['a', 'b'] } as unknown as DataSet;
const reference: FileReference = { name: 'a.csv', size: 3, sha256: 'a'.repeat(64) };
const given = [{ name: 'a.csv' } as File];

/** A crew that does nothing but remember what it was asked. */
function crew({ bad = false } = {}) {
  const runs: { experiment: Experiment; run: AnyRun }[] = [];
  const built: Experiment[] = [];
  const staff: Staff = {
    async run(experiment) {
      const state = { state: 'idle', experiment };
      const run = Object.assign(state, {
        variants: [],
        averaging: { status: 'idle', curve: null, evaluations: [], exact: null, reason: null },
        start: vi.fn(async () => void (state.state = 'running')),
        step: vi.fn(async () => void (state.state = 'paused')),
        change: vi.fn(async () => ({ ok: false, reason: 'a-variant-is-done' })),
        dispose: vi.fn(),
      }) as unknown as AnyRun;
      runs.push({ experiment, run });
      return run;
    },
    async build(experiment) {
      built.push(experiment);
      if (!bad || experiment.data.kind === 'digits') return { ok: true, data };
      const problem = { kind: 'empty' as const, file: 'a.csv', at: null, expected: '1', got: '0' };
      return { ok: false, problem };
    },
    identify: async () => ({ ok: true, value: [reference] }),
  };
  return { staff, runs, built };
}

const field = (name: string) => fieldNamed(name)!;

describe('opening a link', () => {
  test('a broken one opens all the same and says what was left out', async () => {
    const lab = new Lab(crew().staff);
    await lab.open('?epochs=many&members=3');
    expect(lab.shown.members).toBe(3);
    expect(lab.ignored.map(({ where }) => where)).toEqual(['epochs']);
    expect(lab.query).toBe('members=3');
  });

  test('the link of a run names the backend that it got', async () => {
    const { staff, runs } = crew();
    const lab = new Lab(staff);
    await lab.open('?members=3&run=1');
    expect(lab.query).toBe('members=3');
    Object.assign(runs[0].run, { environment: { backend: 'wasm' } });
    expect(lab.query).toBe('members=3&backend=wasm');
    lab.reset('same');
    expect(lab.query).toBe('members=3');
  });

  test('run=1 begins by itself', async () => {
    const { staff, runs } = crew();
    const lab = new Lab(staff);
    await lab.open('?run=1');
    expect(runs).toHaveLength(1);
    expect(lab.state).toBe('running');
  });

  test('files of its own are asked for before a run begins', async () => {
    const { staff, runs } = crew();
    const lab = new Lab(staff);
    await lab.open(`?data=csv&files=a.csv:3:${'a'.repeat(64)}&run=1`);
    expect(lab.missing).toEqual([reference]);
    expect(runs).toHaveLength(0);
    await lab.openFiles(given);
    expect(lab.missing).toEqual([]);
    expect(runs).toHaveLength(1);
    expect(runs[0].experiment.data.kind).toBe('csv');
  });
});

describe('a run and what is edited meanwhile', () => {
  test('an edit waits for the next run, and can be taken back', async () => {
    const { staff, runs } = crew();
    const lab = new Lab(staff);
    await lab.open('');
    await lab.train();
    await lab.set(field('members'), 3);
    expect(lab.pending).toBe(true);
    expect(runs[0].experiment.members).toBe(8);
    lab.undo();
    expect(lab.pending).toBe(false);
    await lab.set(field('members'), 3);
    await lab.startAnew();
    expect(runs[1].experiment.members).toBe(3);
    expect(runs[0].run.dispose).toHaveBeenCalled();
    expect(lab.pending).toBe(false);
  });

  test('a learning rate goes to the run, and a refusal is told and changes nothing', async () => {
    const { staff, runs } = crew();
    const lab = new Lab(staff);
    await lab.open('');
    await lab.train();
    expect(await lab.set(field('lr'), 0.01)).toBe('a-variant-is-done');
    expect(runs[0].run.change).toHaveBeenCalledWith('training.learningRate', 0.01);
    expect(lab.shown.training.learningRate).toBe(0.05);
    expect(lab.refusal).toBe('a-variant-is-done');
  });

  test('one step from the start makes a run of one step', async () => {
    const { staff, runs } = crew();
    const lab = new Lab(staff);
    await lab.open('');
    await lab.step();
    expect(runs[0].run.step).toHaveBeenCalled();
    expect(lab.state).toBe('paused');
  });

  test('new weights change the seed of the weights and no other', async () => {
    const lab = new Lab(crew().staff);
    await lab.open('');
    await lab.train();
    lab.reset('new');
    expect(lab.state).toBe('idle');
    expect(lab.shown.seeds).toEqual({ data: 1, weights: 2, masks: 1, order: 1 });
  });
});

describe('data', () => {
  test('a file that is no data set leaves the experiment and the data in use', async () => {
    const { staff } = crew({ bad: true });
    const lab = new Lab(staff);
    await lab.open('');
    const before = lab.room.inUse;
    await lab.openFiles(given);
    expect(lab.room.problem?.kind).toBe('empty');
    expect(lab.room.inUse).toBe(before);
    expect(lab.shown.data.kind).toBe('digits');
  });

  test('a bad file that ends a data set in the making does not lose the setting behind it', async () => {
    const { staff } = crew({ bad: true });
    const lab = new Lab(staff);
    await lab.open('');
    const changing = lab.set(field('train'), 500);
    await lab.openFiles(given);
    await changing;
    expect(lab.room.problem?.kind).toBe('empty');
    expect(lab.shown.data.train).toBe(500);
    expect(lab.room.inUse?.spec.train).toBe(500);
    expect(lab.room.building).toBe(false);
  });

  test('without files of its own the drawn digits are used, and the run says so', async () => {
    const { staff, runs, built } = crew();
    const lab = new Lab(staff);
    await lab.open('?preset=your-own-data');
    expect(built[0].data.kind).toBe('digits');
    await lab.train();
    expect(runs[0].experiment.data.kind).toBe('digits');
    expect(lab.pending).toBe(false);
  });

  test('a worker that fails while data are in use is told beside them, and starts no run on them', async () => {
    const { staff, runs } = crew();
    const lab = new Lab(staff);
    await lab.open('');
    const before = lab.room.inUse;
    const build = staff.build;
    staff.build = () => Promise.reject(new Error('the file of the worker is not there'));
    await lab.set(field('train'), 500);
    await lab.train();
    expect(lab.room.inUse).toBe(before);
    expect(lab.room.failure?.detail).toBe('the file of the worker is not there');
    expect(lab.query).toBe('train=500');
    expect(runs).toHaveLength(0);
    expect(lab.state).toBe('failed');
    expect(lab.reason).toEqual(lab.room.failure);

    staff.build = build;
    await lab.train();
    expect(lab.room.failure).toBeNull();
    expect(lab.room.inUse?.spec.train).toBe(500);
    expect(runs.map(({ experiment }) => experiment.data.train)).toEqual([500]);
  });

  test('data that could not be made are made again on demand', async () => {
    const { staff } = crew();
    const lab = new Lab(staff);
    await lab.open('');
    const { build, identify } = staff;
    staff.build = () => Promise.reject(new Error('gone'));
    await lab.set(field('train'), 500);
    await vi.waitFor(() => expect(lab.room.failure).not.toBeNull());
    staff.build = build;
    await lab.retryData();
    expect(lab.room.inUse?.spec.train).toBe(500);

    staff.identify = () => Promise.reject(new Error('gone'));
    await lab.openFiles(given);
    expect(lab.room.failure?.detail).toBe('gone');
    staff.identify = identify;
    await lab.retryData();
    expect(lab.room.failure).toBeNull();
    expect(lab.shown.data.kind).toBe('csv');
  });

  test('settings whose data cannot be made begin no run on other data', async () => {
    const { staff, runs } = crew();
    const lab = new Lab(staff);
    await lab.open('');
    const problem = { kind: 'too-few' as const, file: '', at: null, expected: '500', got: '1' };
    staff.build = async () => ({ ok: false, problem });
    const set = lab.set(field('train'), 500);
    await lab.train();
    await set;
    expect(runs).toHaveLength(0);
    expect(lab.reason?.kind).toBe('other-data');
    // The panel is back at what is in use: another press begins with that.
    expect(lab.shown.data.train).toBe(1000);
    await lab.train();
    expect(runs).toHaveLength(1);
  });
});
