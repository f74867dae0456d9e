import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UnitRecord } from '../../src/cli/experiment/record.ts';
import { generator } from '#lib/random/generator.ts';

/** The real command in processes of its own, on an experiment that takes some seconds. */

const script = new URL('../../src/cli/experiment.ts', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'dropout-lab-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const experiment = join(folder, 'tiny.json');
writeFileSync(
  experiment,
  JSON.stringify({
    preset: 'moons',
    data: { train: 60, test: 100 },
    network: { hidden: [8, 8] },
    training: { epochs: 30 },
    variants: ['single', 'dropout', 'subnetworks'],
    members: 2,
    averaging: { draws: 200, examples: 100 },
  }),
);
const grid = [experiment, '--seeds', '2', '--sweep', 'p=0.2,0.5', '--workers', '2'];
const units = 2 * 2 * 3;

interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** Starts the command. `heard` resolves once stderr holds `text`, or the command has ended. */
function start(args: string[]) {
  const child = spawn(process.execPath, [script, ...args], { cwd: folder });
  let [stdout, stderr] = ['', ''];
  const listeners = new Set<() => void>();
  child.stdout.on('data', (data) => (stdout += String(data)));
  child.stderr.on('data', (data) => {
    stderr += String(data);
    listeners.forEach((listen) => listen());
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  const heard = (text: string) =>
    Promise.race([
      ended,
      new Promise<void>((resolve) => listeners.add(() => stderr.includes(text) && resolve())),
    ]);
  return { child, ended, heard };
}

const finish = (args: string[]) => start(args).ended;

/** The lines of a file of records that are whole, without the time that each took. */
function linesOf(file: string): string[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .slice(0, -1)
    .map((line) => line.replace(/,"seconds":[^}]*/, ''));
}

/** The units that the command said it had finished, as it names them. */
function finishedIn(stderr: string): string[] {
  return Array.from(stderr.matchAll(/^\d+\/\d+ {2}(.*?): .* left$/gm), ([, name]) => name);
}

const reference = join(folder, 'reference.jsonl');
let duration = 0;
let undisturbed: Ended;
beforeAll(async () => {
  const begun = performance.now();
  undisturbed = await finish([...grid, '--out', reference]);
  duration = performance.now() - begun;
}, 120_000);

describe('a grid that nothing disturbs', () => {
  test('is trained unit by unit, and its table has a row for each cell and estimator', () => {
    const { code, stdout, stderr } = undisturbed;
    expect([code, finishedIn(stderr).length]).toEqual([0, units]);
    expect(new Set(finishedIn(stderr)).size).toBe(units);
    expect(stdout).toMatch(/^\| 0\.2 \| single +\| off +\| +100 \| +\d+\.\d\d ± \d+\.\d\d \|/m);
    expect(stdout).toMatch(/^\| 0\.5 \| dropout +\| arithmetic mean of 100 /m);
    expect(stdout).toMatch(/^\| 0\.5 \| subnetworks +\| mean of 2 members /m);
  });

  test('leaves one file, in the order of the grid', () => {
    const [header, ...lines] = linesOf(reference);
    expect(JSON.parse(header)).toMatchObject({ format: 'dropout-lab-records', seeds: 2 });
    const records = lines.map((line) => JSON.parse(line) as UnitRecord);
    expect(records.map(({ unit }) => unit)).toEqual(Array.from({ length: units }, (_, i) => i));
    expect(
      records.map(({ cell, seed, variant }) => `${cell.p} ${seed} ${variant}`).slice(2, 7),
    ).toEqual([
      '0.2 1 subnetworks',
      '0.2 2 single',
      '0.2 2 dropout',
      '0.2 2 subnetworks',
      '0.5 1 single',
    ]);
    for (const { variant, stop, step, estimators, averages } of records) {
      expect([stop, step]).toEqual(['reached', 90]);
      expect(estimators[0].testExamples).toBe(100);
      expect(averages?.k.at(-1) ?? null).toBe(variant === 'dropout' ? 200 : null);
    }
    expect(readdirSync(folder).toSorted()).toEqual(['reference.jsonl', 'tiny.json']);
  });

  test('is printed again without being trained again, also as JSON', async () => {
    const before = readFileSync(reference);
    const { code, stdout, stderr } = await finish([...grid, '--out', reference, '--json']);
    expect([code, finishedIn(stderr)]).toEqual([0, []]);
    const { records, ...header } = JSON.parse(stdout) as { records: UnitRecord[] };
    expect([header, ...records].map((one) => JSON.stringify(one)).join('\n')).toBe(
      before.toString().trimEnd(),
    );
    expect(readFileSync(reference).equals(before)).toBe(true);
    const table = await finish([...grid, '--out', reference]);
    expect(table.stdout).toBe(undisturbed.stdout);
  });

  test('gives the same records with one worker as with two', async () => {
    const file = join(folder, 'one.jsonl');
    const one = [
      experiment,
      '--seeds',
      '2',
      '--sweep',
      'dropout.hidden=0.2:0.5:0.3',
      '--workers',
      '1',
    ];
    expect((await finish([...one, '--out', file])).code).toBe(0);
    expect(linesOf(file)).toEqual(linesOf(reference));
  });
});

describe('a grid that is killed', () => {
  test('ten times at random moments gives the same file, and does nothing twice', async () => {
    const file = join(folder, 'killed.jsonl');
    const part = `${file}.part`;
    const random = generator(0x6b696c6c);
    // One moment in each tenth of the time that the whole takes, in a shuffled order.
    const moments = Array.from({ length: 10 }, (_, i) => ({
      share: (i + random.uniform()) / 10,
      place: random.uniform(),
    }));
    let whole = duration;
    moments.sort((a, b) => a.place - b.place);
    let done: string[] = [];
    let said: string[] = [];

    /** One start of the command, killed after `at` ms; whether it had come to its end before. */
    async function attempt(at: number): Promise<boolean> {
      const begun = performance.now();
      const fromTheStart = done.length === 0;
      const { child, ended } = start([...grid, '--out', file]);
      const killed = await Promise.race([ended.then(() => false), wait(at, true)]);
      if (killed) child.kill('SIGKILL');
      const { code, stderr } = await ended;
      if (code === null) expect(child.signalCode).toBe('SIGKILL');
      else expect(code).toBe(0);
      said.push(...finishedIn(stderr));
      expect(new Set(said).size, 'no unit is finished twice').toBe(said.length);
      if (code === 0) {
        expect(linesOf(file)).toEqual(linesOf(reference));
        expect(said.length).toBeLessThanOrEqual(units);
        // Nothing else may keep the machine busy any more: the moments come closer as well.
        if (fromTheStart) whole = performance.now() - begun;
        return true;
      }
      // What was done stays, in its place; all that came is new.
      const now = existsSync(file) ? done : linesOf(part);
      expect(now.slice(0, done.length)).toEqual(done);
      expect(new Set(now).size).toBe(now.length);
      done = now;
      return false;
    }

    for (let kills = 0; kills < moments.length;) {
      if (!(await attempt(moments[kills].share * whole))) kills++;
      else {
        // It was faster than the moment: from the beginning.
        rmSync(file);
        [done, said] = [[], []];
      }
    }
    while (!(await attempt(120_000)));
    const left = readdirSync(folder).filter((name) => name.startsWith('killed'));
    expect(left.filter((name) => !/\.lock\.\d+$/.test(name))).toEqual(['killed.jsonl']);
  }, 300_000);

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s ends at once with code 130, keeps what was finished and goes on from there',
    async (signal) => {
      const file = join(folder, `${signal}.jsonl`);
      const { child, ended, heard } = start([...grid, '--out', file]);
      await heard(`3/${units}`);
      child.kill(signal);
      const { code, stdout, stderr } = await ended;
      expect([code, stdout]).toEqual([130, '']);
      expect(() => process.kill(child.pid!, 0), 'nothing of it is left').toThrow('ESRCH');
      const kept = linesOf(`${file}.part`).length - 1;
      expect(kept).toBeGreaterThanOrEqual(3);
      expect(kept).toBeLessThan(units);
      expect(stderr).toContain(`${kept} of ${units} are kept in ${file}.part`);
      expect(existsSync(`${file}.lock`)).toBe(false);

      const rest = await finish([...grid, '--out', file]);
      expect(rest.code).toBe(0);
      expect(finishedIn(rest.stderr)).toHaveLength(units - kept);
      expect(linesOf(file)).toEqual(linesOf(reference));
    },
  );
});

test('a second command on the same records is refused, and the first one goes on', async () => {
  const file = join(folder, 'twice.jsonl');
  const first = start([...grid, '--out', file]);
  await first.heard('1/');
  const second = await finish([...grid, '--out', file]);
  expect(second.code).toBe(2);
  expect(second.stderr).toContain(`process ${first.child.pid} works on these records`);
  expect((await first.ended).code).toBe(0);
  expect(linesOf(file)).toEqual(linesOf(reference));
});

test('training that diverges is a result, and the grid goes on', async () => {
  const { code, stdout } = await finish([
    experiment,
    // A step with λ = 10 at rate 10 multiplies the weights by −99.
    ...['--sweep', 'lr=10,0.02', '--sweep', 'l2=10', '--sweep', 'variants=single'],
    ...['--json', '--out', join(folder, 'diverged.jsonl')],
  ]);
  expect(code).toBe(0);
  const { records } = JSON.parse(stdout) as { records: UnitRecord[] };
  expect(records.map(({ stop }) => stop)).toEqual(['diverged', 'reached']);
  expect(records[0].diverged).toMatchObject([{ member: 0 }]);
  expect(records[0].step).toBeLessThan(records[1].step);
  expect(records[0].estimators[0].testError).toBeGreaterThan(0);
});

test.each([
  [['nowhere'], 'Expected a readable file or one of the presets'],
  [[experiment, '--backend', 'webgl'], '--backend: expected wasm or cpu, got "webgl".'],
  [[experiment, '--sweep', 'p=2'], '--sweep p=2: p: expected one number from 0 to 1'],
  [[experiment, '--out', experiment], 'expected records of this experiment and grid'],
])('what cannot be done is said in a sentence, with code 2: %j', async (args, sentence) => {
  const { code, stdout, stderr } = await finish(args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(sentence);
  expect(stderr).not.toContain('    at ');
});
