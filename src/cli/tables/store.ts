import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StoredTable, TableId } from '#lib/tables/table.ts';
import { InputError } from '../experiment/input-error.ts';
import { writeWhole } from '../experiment/journal.ts';
import { withSection } from './section.ts';

const root = new URL('../../../', import.meta.url);

/** Where the figures of a table are. */
function fileOf(id: TableId): string {
  return fileURLToPath(new URL(`src/lib/tables/stored/${id}.json`, root));
}

/** The figures of a table as they are stored. Throws `InputError` where none are. */
export function stored(id: TableId): StoredTable {
  const file = fileOf(id);
  if (!existsSync(file)) throw new InputError(`${id}: expected figures in ${file}, got no file.`);
  return JSON.parse(readFileSync(file, 'utf8')) as StoredTable;
}

/** Puts a table into `docs/results.md`, in place of the one that is there, and where the page finds it. */
export function store(table: StoredTable, section: string): void {
  const document = fileURLToPath(new URL('docs/results.md', root));
  writeWhole(document, withSection(readFileSync(document, 'utf8'), table.id, section));
  const file = fileOf(table.id);
  mkdirSync(dirname(file), { recursive: true });
  writeWhole(file, `${lines(table)}\n`);
}

/** JSON with a line for each field, and for each item of a list of objects: what changed can be seen. */
export function lines(table: object): string {
  const fields = Object.entries(table).map(([key, value]) => {
    const isList = Array.isArray(value) && value.some((one) => typeof one === 'object');
    const text = isList
      ? `[\n${(value as unknown[]).map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`
      : JSON.stringify(value);
    return `  ${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${fields.join(',\n')}\n}`;
}
