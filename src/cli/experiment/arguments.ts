import { availableParallelism } from 'node:os';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { parseNumber } from '#lib/fields/number-text.ts';
import { InputError } from './input-error.ts';

/** The arguments of a command, as text. Throws `InputError` with the usage where they do not fit `options`. */
export function parsed<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    // Node says which option it does not know, or which lacks its value.
    throw new InputError(`${(error as Error).message}\n\n${usage}`);
  }
}

/** A whole number from 1 to `most`. Throws `InputError`. */
export function whole(option: string, text: string, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most) {
    throw new InputError(`${option}: expected a whole number from 1 to ${most}, got "${text}".`);
  }
  return value;
}

/** A number between two others. Throws `InputError`. */
export function between(
  option: string,
  text: string,
  { above, below }: { above: number; below: number },
): number {
  const value = parseNumber(text) ?? Number.NaN;
  if (value > above && value < below) return value;
  throw new InputError(
    `${option}: expected a number above ${above} and below ${below}, got "${text}".`,
  );
}

/** How many variants are trained at once: `--workers`, or as many as there are cores, up to 8. */
export function workersIn({ workers }: { workers?: string }): number {
  if (workers !== undefined) return whole('--workers', workers, 256);
  return Math.min(8, availableParallelism());
}
