import type { Computing } from '#workers/stability/prober.ts';
import { plainError, type PlainError } from '#lib/experiment/plain-error.ts';
import type { StabilityState } from '#lib/experiment/stability/state.ts';

/** The downloaded file: the settings, where they were computed, and every figure shown. */
export interface StabilityResult {
  format: 'dropout-lab-stability-result';
  version: 1;
  state: StabilityState;
  environment: (Computing['environment'] & { userAgent: string }) | null;
  /** Why the page did not compute on the chosen backend; null if it did. */
  instead: PlainError | null;
  /** Figures by the name of their exhibit. Infinity, −Infinity and NaN are strings. */
  figures: Record<string, unknown>;
}

export function stabilityResult(
  state: StabilityState,
  computing: Computing | null,
  figures: Readonly<Record<string, unknown>>,
  userAgent: string,
): StabilityResult {
  return {
    format: 'dropout-lab-stability-result',
    version: 1,
    state,
    instead: computing?.instead ?? null,
    environment: computing && { ...computing.environment, userAgent },
    figures: plain(figures) as Record<string, unknown>,
  };
}

/**
 * Turns typed arrays into arrays, and Infinity, −Infinity and NaN into strings, since JSON would
 * make them null.
 */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return plainError(value);
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, plain);
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
}
