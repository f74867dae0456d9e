import type { Computing } from '#workers/stability/prober.ts';
import { plainError, type PlainError } from '#lib/experiment/plain-error.ts';
import type { StabilityState } from '#lib/experiment/stability/state.ts';

/** What the page leaves as a file: what was asked, where it was computed, and every figure shown. */
export interface StabilityResult {
  format: 'dropout-lab-stability-result';
  version: 1;
  state: StabilityState;
  environment: (Computing['environment'] & { userAgent: string }) | null;
  /** Why it was not computed where it was asked to; null where it was. */
  instead: PlainError | null;
  /** By the name of what shows them; numbers that JSON does not have are texts. */
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

/** Typed arrays as arrays; Infinity, −Infinity and NaN as texts, since JSON would make them null. */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return plainError(value);
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, plain);
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
}
