import { dequal } from 'dequal/lite';

/** Where two plain values first differ, and what stands there in each; null where they do not. */
export interface Difference {
  path: string;
  was: unknown;
  is: unknown;
}

export function firstDifference(was: unknown, is: unknown, path = ''): Difference | null {
  if (!isContainer(was) || !isContainer(is) || Array.isArray(was) !== Array.isArray(is)) {
    return dequal(was, is) ? null : { path, was, is };
  }
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const here = path === '' ? key : `${path}.${key}`;
    const found = firstDifference(was[key], is[key], here);
    if (found) return found;
  }
  return null;
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
