import * as v from 'valibot';
import { formatNumber, parseNumber } from '../number-text.ts';
import { stabilityFields, type StabilityField } from './fields.ts';
import { ChangeSchema, changePaths, type Change, type ChangePath } from './training.ts';

const changeable: readonly StabilityField[] = stabilityFields.filter(({ path }) =>
  isChangePath(path),
);

/** How the link calls what may change while a network trains. */
export const changeNames: readonly string[] = changeable.map(({ name }) => name);

export function isChangePath(path: string): path is ChangePath {
  return changePaths.some((known) => known === path);
}

/** A change in the link: `step:parameter:value`, e.g. `120:cure-residual:identity`. */
export function formatChange({ step, path, value }: Change): string {
  const { name } = changeable.find((field) => field.path === path)!;
  return `${step}:${name}:${typeof value === 'number' ? formatNumber(value) : value}`;
}

/** The change that `text` stands for, or undefined. */
export function parseChange(text: string): Change | undefined {
  const parts = text.split(':', 4).map((part) => part.trim());
  const field = changeable.find(({ name }) => name === parts[1]);
  if (parts.length !== 3 || !field) return undefined;
  const change = {
    step: parseNumber(parts[0]),
    path: field.path,
    value: field.range.kind === 'choice' ? parts[2] : parseNumber(parts[2]),
  };
  return v.is(ChangeSchema, change) ? change : undefined;
}
