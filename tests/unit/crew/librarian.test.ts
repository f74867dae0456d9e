import { describe, expect, it } from 'vitest';
import { buildDataSet, identify } from '#lib/crew/ask/librarian.ts';
import { preset } from '#lib/experiment/presets.ts';
import type { DataProblem, Librarian } from '#lib/protocol/protocol.ts';
import { fakeFactory, never, world } from './fake-staff.ts';
import { calm, data } from './harness.ts';

const experiment = preset('noisy-digits');
const librarian: Librarian = {
  build: async () => ({ ok: true, data }),
  identify: async () => ({
    ok: true,
    value: [{ name: 'a.csv', size: 1, sha256: 'f'.repeat(64) }],
  }),
};

describe('the librarian', () => {
  it('builds a data set, and goes home', async () => {
    const here = world();
    const outcome = await buildDataSet(experiment, [], fakeFactory(here, librarian));
    expect(outcome).toEqual({ ok: true, data });
    expect(here.librarians[0].alive).toBe(false);
  });

  it('tells what a link needs to know of files', async () => {
    const files = await identify([], fakeFactory(world(), librarian));
    expect(files.ok && files.value[0].name).toBe('a.csv');
  });

  it('passes a problem of a file on as a value', async () => {
    const problem: DataProblem = {
      kind: 'empty',
      file: 'a.csv',
      at: null,
      expected: '1',
      got: '0',
    };
    const build = async () => ({ ok: false as const, problem });
    const outcome = await buildDataSet(
      experiment,
      [],
      fakeFactory(world(), { ...librarian, build }),
    );
    expect(outcome).toEqual({ ok: false, problem });
  });

  it('that dies is an error with a sentence', async () => {
    const here = world();
    const built = buildDataSet(
      experiment,
      [],
      fakeFactory(here, { ...librarian, build: () => never }),
    );
    await calm();
    here.librarians[0].die('The worker failed: gone');
    await expect(built).rejects.toThrow('The worker failed: gone');
  });

  it('is sent home when the question is taken back', async () => {
    const here = world();
    const abort = new AbortController();
    const built = buildDataSet(
      experiment,
      [],
      fakeFactory(here, { ...librarian, build: () => never }),
      abort.signal,
    );
    abort.abort();
    await expect(built).rejects.toThrow();
    expect(here.librarians[0].alive).toBe(false);
  });
});
