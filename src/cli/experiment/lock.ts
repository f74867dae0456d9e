import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { InputError } from './input-error.ts';

/**
 * A file that says which process works on another file. It is made by a hard link, so that it is there
 * with its content or not at all, and for one process alone.
 */
export interface Lock {
  release(): void;
}

/** Who holds a lock: a process id, and when that process began, since ids are used again. */
interface Holder {
  pid: number;
  began: string;
}

/**
 * Takes the lock at `path`. A lock whose process is gone (it was killed, the machine went down) is taken
 * over. Throws `InputError` where the process is alive.
 */
export function takeLock(path: string): Lock {
  const mine = JSON.stringify({ pid: process.pid, began: beginningOf(process.pid) });
  const own = `${path}.${process.pid}`;
  writeFileSync(own, mine);
  try {
    while (!linked(own, path)) removeStale(path);
  } finally {
    unlinkSync(own);
  }
  return {
    release() {
      // Only one's own: after a takeover it would be another's.
      if (readIfThere(path) === mine) unlinkSync(path);
    },
  };
}

/** Whether a hard link could be made; false where there is a file already. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the lock of a process that is gone. Throws `InputError` where it is alive. */
function removeStale(path: string): void {
  const text = readIfThere(path);
  if (text === null) return;
  refuseAlive(text, path);
  // Another process may have taken it over since it was read: then that one's lock was moved, and goes back.
  const moved = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, moved);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (readFileSync(moved, 'utf8') !== text) linked(moved, path);
  unlinkSync(moved);
}

function refuseAlive(text: string, path: string): void {
  const holder = holderIn(text);
  if (!holder) {
    throw new InputError(
      `${path}: expected the lock of a process, got "${text.slice(0, 40)}"; remove it if no other process works here.`,
    );
  }
  if (!isAlive(holder)) return;
  throw new InputError(
    `${path}: process ${holder.pid} works on these records; wait for it, or name another file with --out.`,
  );
}

function holderIn(text: string): Holder | null {
  try {
    const { pid, began } = JSON.parse(text) as Holder;
    return Number.isInteger(pid) && pid > 0 && typeof began === 'string' ? { pid, began } : null;
  } catch {
    return null;
  }
}

function isAlive({ pid, began }: Holder): boolean {
  try {
    // Signal 0 is not sent: it only asks whether there is such a process.
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: there is one, of another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return beginningOf(pid) === began;
}

/** When a process began, where the system says so (Linux: clock ticks after booting); else ''. */
function beginningOf(pid: number): string {
  const stat = readIfThere(`/proc/${pid}/stat`);
  // The second field is a name in parentheses, which may hold anything; the 20th after it is the time.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
