import {
  closeSync,
  fsyncSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { firstDifference } from './difference.ts';
import { InputError } from './input-error.ts';
import { takeLock, type Lock } from './lock.ts';

/** What every record has: its place in the grid. */
interface Placed {
  unit: number;
}

/**
 * The records of a grid on disk. While some are missing they stand in `FILE.part`, a line each, in the
 * order in which they were finished; each is on the disk before the next is begun with. When all are
 * there they are written to `FILE` in the order of the grid, which appears as a whole, and the part goes.
 * The first line of either is the header: what the records are of.
 *
 * A process that is killed loses nothing that was finished: a line that was cut off is computed again.
 * Records of something else are never overwritten.
 */
export class Journal<Record extends Placed> {
  readonly #file: string;
  readonly #header: string;
  readonly #units: number;
  readonly #records = new Map<number, Record>();
  readonly #lock: Lock;
  #part: number | null = null;
  #broken = false;

  /**
   * Opens the records of `units` units in `file`, those done already included. Throws `InputError`
   * where another process works on them, and where `file` or its part holds something else.
   */
  constructor(file: string, header: object, units: number) {
    this.#file = file;
    this.#header = JSON.stringify(header);
    this.#units = units;
    mkdirSync(dirname(file), { recursive: true });
    this.#lock = takeLock(`${file}.lock`);
    try {
      this.#read();
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Where the records are until all are there. */
  get partFile(): string {
    return `${this.#file}.part`;
  }

  /** The records so far, by unit. */
  get records(): ReadonlyMap<number, Record> {
    return this.#records;
  }

  /** All records in the order of the grid; only once all are there. */
  get inOrder(): Record[] {
    return Array.from({ length: this.#units }, (_, unit) => this.#records.get(unit)!);
  }

  /** Keeps a record. It is on the disk when this returns. */
  append(record: Record): void {
    // After a failed write the last line may be half there; a line after it would make it whole.
    if (this.#part === null || this.#broken) throw new Error(`${this.partFile} cannot be written.`);
    this.#broken = true;
    writeFileSync(this.#part, `${JSON.stringify(record)}\n`);
    fsyncSync(this.#part);
    this.#broken = false;
    this.#records.set(record.unit, record);
  }

  /** Writes the file, once all records are there, and removes its part. */
  finish(): void {
    if (this.#part === null) return;
    const lines = [this.#header, ...this.inOrder.map((record) => JSON.stringify(record))];
    writeWhole(this.#file, `${lines.join('\n')}\n`);
    this.#closePart();
    rmSync(this.partFile);
  }

  close(): void {
    this.#closePart();
    this.#lock.release();
  }

  #closePart(): void {
    if (this.#part !== null) closeSync(this.#part);
    this.#part = null;
  }

  #read(): void {
    if (existsSync(this.#file)) {
      const whole = this.#take(this.#file, readFileSync(this.#file, 'utf8'));
      if (whole && this.#records.size === this.#units) {
        // It was killed between the two last steps.
        rmSync(this.partFile, { force: true });
        return;
      }
      throw new InputError(
        `${this.#file}: expected ${this.#units} records, got ${this.#records.size}; name another file with --out.`,
      );
    }
    this.#part = openSync(this.partFile, 'a+');
    const bytes = readFileSync(this.#part);
    const end = bytes.lastIndexOf('\n') + 1;
    const text = bytes.toString('utf8', 0, end);
    if (end === 0) this.#begin(bytes);
    else if (!this.#take(this.partFile, text)) this.#cut(text);
    else if (end < bytes.length) ftruncateSync(this.#part, end);
    fsyncSync(this.#part);
    syncFolder(dirname(this.#file));
  }

  /** Writes the header of a new part. */
  #begin(found: Buffer): void {
    // Bytes, not text: a header that was cut off may end within a character.
    const beginning = Buffer.from(this.#header).subarray(0, found.length);
    if (!beginning.equals(found)) this.#refuse(this.partFile);
    ftruncateSync(this.#part!, 0);
    writeFileSync(this.#part!, `${this.#header}\n`);
  }

  /** Takes the last line away, which a machine that went down may have left as rubbish. */
  #cut(text: string): void {
    const end = Buffer.byteLength(text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1));
    ftruncateSync(this.#part!, end);
  }

  /**
   * Takes the records of a text in. Returns whether its last line is one. Throws `InputError` where the
   * header is another or a line before the last is no record of this grid.
   */
  #take(file: string, text: string): boolean {
    const [header, ...lines] = text.trimEnd().split('\n');
    if (header !== this.#header) this.#refuse(file, header);
    for (const [i, line] of lines.entries()) {
      const record = this.#recordIn(line);
      if (record) this.#records.set(record.unit, record);
      else if (i === lines.length - 1) return false;
      else {
        throw new InputError(
          `${file}, line ${i + 2}: expected a record of this grid, got "${line.slice(0, 60)}".`,
        );
      }
    }
    return true;
  }

  #recordIn(line: string): Record | null {
    let record: Record | null;
    try {
      record = JSON.parse(line) as Record | null;
    } catch {
      return null;
    }
    const unit = record?.unit ?? -1;
    const isNew = Number.isInteger(unit) && unit >= 0 && unit < this.#units;
    return isNew && !this.#records.has(unit) ? record : null;
  }

  #refuse(file: string, header = ''): never {
    let before: object | null;
    try {
      before = JSON.parse(header) as object | null;
    } catch {
      before = null;
    }
    const found = before && firstDifference(before, JSON.parse(this.#header));
    const why = found
      ? `its ${found.path} is ${say(found.was)}, and now it is ${say(found.is)}`
      : 'they are of something else';
    throw new InputError(
      `${file}: expected records of this experiment and grid, but ${why}; name another file with --out.`,
    );
  }
}

function say(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Writes a file such that it is there with all its content or not at all, whatever happens. */
export function writeWhole(file: string, content: string): void {
  const temporary = `${file}.tmp`;
  const open = openSync(temporary, 'w');
  writeFileSync(open, content);
  fsyncSync(open);
  closeSync(open);
  renameSync(temporary, file);
  syncFolder(dirname(file));
}

/** Brings the names in a folder to the disk, where the system can. */
function syncFolder(folder: string): void {
  let open: number;
  try {
    open = openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(open);
  } catch {
    // Windows cannot; there the rename is all there is.
  }
  closeSync(open);
}
