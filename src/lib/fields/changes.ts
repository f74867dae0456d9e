import { formatNumber } from './number-text.ts';
import { lookUp, replaceAt } from './paths.ts';
import { formatValue, holds, parseValue, type Range } from './ranges.ts';

/** What may change while a run is under way. A change is part of the state, so that the run replays. */

/** A setting that may change. */
export interface Changeable<Path extends string = string> {
  /** The name of the setting in the link. */
  name: string;
  path: Path;
  range: Range;
  /** The hidden layer that it belongs to, counted from 0. */
  layer?: number;
}

export interface Change {
  /** The first step, counted from 0, that uses the new value. */
  step: number;
  path: string;
  value: string | number;
}

/** A change in the link: `step:parameter:value`, e.g. `120:lr:0.01`. */
export function formatChange(of: readonly Changeable[], { step, path, value }: Change): string {
  const { name } = of.find((one) => one.path === path)!;
  return `${formatNumber(step)}:${name}:${formatValue(value)}`;
}

/** The change that `text` stands for, or undefined. Whether the layer exists is not checked. */
export function parseChange(
  of: readonly Changeable[],
  steps: Range,
  text: string,
): Change | undefined {
  const parts = text.split(':', 4);
  const changed = of.find(({ name }) => name === parts[1]?.trim());
  if (parts.length !== 3 || !changed) return undefined;
  const step = parseValue(steps, parts[0]);
  const value = parseValue(changed.range, parts[2]);
  if (typeof step !== 'number' || value === undefined) return undefined;
  return { step, path: changed.path, value };
}

/** The names of all settings that may change in a network with `layers` hidden layers. */
export function changeNames(of: readonly Changeable[], layers: number): string[] {
  return of.filter(({ layer = -1 }) => layer < layers).map(({ name }) => name);
}

/** Whether the state has a setting at `path` that may change, and its range holds `value`. */
export function isPossible(
  of: readonly Changeable[],
  state: object,
  path: string,
  value: unknown,
): boolean {
  const changed = of.find((one) => one.path === path);
  return changed !== undefined && holds(changed.range, value) && lookUp(state, path) !== undefined;
}

/**
 * The state that step number `step`, counted from 0, uses: with every change that begins at or before
 * it. Of two changes of one setting the later step counts; of two at one step, the later in the list.
 */
export function changedAt<T extends object>(state: T, changes: readonly Change[], step: number): T {
  const due = changes.filter((change) => change.step <= step).sort((a, b) => a.step - b.step);
  // Each setting is replaced once, however often it was changed: this is asked at every step.
  const last = new Map(due.map(({ path, value }) => [path, value]));
  return [...last].reduce((now, [path, value]) => replaceAt(now, path, value), state);
}
