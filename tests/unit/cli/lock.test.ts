import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { takeLock } from '../../../src/cli/experiment/lock.ts';
import { folder } from './folder.ts';

/** The id of a process that has ended. */
const gone = () => spawnSync(process.execPath, ['-e', '']).pid;
const holder = (pid: number, began: string) => JSON.stringify({ pid, began });

describe('a lock', () => {
  test('is there while it is held, and leaves nothing behind', () => {
    const path = folder();
    const lock = takeLock(join(path, 'lock'));
    expect(readdirSync(path)).toEqual(['lock']);
    expect(JSON.parse(readFileSync(join(path, 'lock'), 'utf8'))).toMatchObject({
      pid: process.pid,
    });
    expect(() => takeLock(join(path, 'lock'))).toThrow(
      `process ${process.pid} works on these records`,
    );
    lock.release();
    expect(readdirSync(path)).toEqual([]);
    takeLock(join(path, 'lock')).release();
  });

  test('of a process that is gone is taken over', () => {
    const file = join(folder(), 'lock');
    writeFileSync(file, holder(gone(), ''));
    const lock = takeLock(file);
    expect(readdirSync(join(file, '..'))).toEqual(['lock']);
    lock.release();
    expect(readdirSync(join(file, '..'))).toEqual([]);
  });

  test('of a process whose number another process has got since is taken over', () => {
    const file = join(folder(), 'lock');
    writeFileSync(file, holder(process.pid, 'before this one began'));
    takeLock(file).release();
    expect(readdirSync(join(file, '..'))).toEqual([]);
  });

  test('that another took over is not removed by the one who had it', () => {
    const file = join(folder(), 'lock');
    const lock = takeLock(file);
    writeFileSync(file, holder(gone(), ''));
    lock.release();
    expect(readdirSync(join(file, '..'))).toEqual(['lock']);
  });

  test('that names no process is refused and stays', () => {
    const file = join(folder(), 'lock');
    for (const content of ['', 'mine', '{"pid":-1,"began":""}', 'null']) {
      writeFileSync(file, content);
      expect(() => takeLock(file)).toThrow('expected the lock of a process');
      expect(readFileSync(file, 'utf8')).toBe(content);
    }
  });

  test('is had by one of many who ask at once, be it new or stale', async () => {
    const module = new URL('../../../src/cli/experiment/lock.ts', import.meta.url).href;
    for (const stale of [false, true]) {
      const file = join(folder(), 'lock');
      if (stale) writeFileSync(file, holder(gone(), ''));
      // Each says whether it got the lock, and holds it until all have asked.
      const script = `import { takeLock } from ${JSON.stringify(module)};
        let got = true;
        try { takeLock(${JSON.stringify(file)}); } catch (error) { got = error.name !== 'InputError' && error; }
        console.log(got);
        process.stdin.resume();`;
      const asked = Array.from({ length: 6 }, () =>
        spawn(process.execPath, ['--input-type=module', '-e', script], {
          stdio: ['pipe', 'pipe', 'inherit'],
        }),
      );
      const answers = await Promise.all(
        asked.map(
          ({ stdout }) =>
            new Promise<string>((resolve) =>
              stdout.once('data', (data) => resolve(String(data).trim())),
            ),
        ),
      );
      asked.forEach((child) => child.kill());
      expect(answers.toSorted()).toEqual(['false', 'false', 'false', 'false', 'false', 'true']);
    }
  });
});
