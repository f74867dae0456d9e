import type { Leg } from '#lib/experiment/stability/changes.ts';
import { noCure, type Cure, type GradientCure } from '#lib/experiment/stability/training.ts';
import type { StabilityTexts } from '#lib/i18n/en/stability.ts';
import type { StackSpec } from '#lib/experiment/stability/stack.ts';
import { written } from '../signals/chart/written.ts';
import { differingParts, type StackPart } from './cures.ts';
import type { StepMark } from './lines.ts';

/** The name of what a cure does to the gradient, with its limit if it has one. */
export function gradientName(
  { kind, limit }: GradientCure,
  text: StabilityTexts['learning'],
): string {
  return kind === 'value' || kind === 'norm'
    ? text.limited(text.cures[kind], written(limit))
    : text.cures[kind];
}

/** The name of a value that a part of a stack or of a cure can have, except `as-set`. */
export function partName(
  value: StackSpec[StackPart] | Cure[StackPart],
  { fields, learning }: StabilityTexts,
): string {
  if (typeof value === 'number' || !isNaN(Number(value))) return learning.dropping(Number(value));
  return fields.options[value as Exclude<StackSpec[StackPart], number>];
}

/**
 * Names each part in which `after` differs from `before`. Parts that are `as-set` have the value
 * that `stack` gives them.
 */
export function changeNames(
  before: Cure,
  after: Cure,
  stack: StackSpec,
  text: StabilityTexts,
): string[] {
  const { learning } = text;
  return differingParts(before, after).map((part) => {
    if (part === 'gradient')
      return after.kind === 'none' ? learning.plainGradient : gradientName(after, learning);
    const value = after[part];
    // "None" alone would not say which part has none.
    const bare = value === 'as-set' || value === 'none' || value === '0';
    const name = partName(value === 'as-set' ? stack[part] : value, text);
    return bare ? learning.again(learning.parts[part], name) : name;
  });
}

/**
 * The changes from each leg to the next, with their steps. Legs that change nothing have no mark.
 */
export function marksOf(legs: readonly Leg[], stack: StackSpec, text: StabilityTexts): StepMark[] {
  const { learning } = text;
  return legs.slice(1).flatMap(({ from, learningRate, cure }, i) => {
    const names = [
      ...(learningRate === legs[i].learningRate ? [] : [learning.rate(written(learningRate))]),
      ...changeNames(legs[i].cure, cure, stack, text),
      ...(cure.initialisation === legs[i].cure.initialisation ? [] : [learning.redrawn]),
    ];
    return names.length > 0
      ? [{ step: from, name: learning.switched(from, names.join(learning.and)) }]
      : [];
  });
}

/** A name for everything that a cure does. */
export function cureName(cure: Cure, stack: StackSpec, text: StabilityTexts): string {
  const names = changeNames(noCure, cure, stack, text);
  return names.length === 0 ? text.learning.uncured : names.join(text.learning.and);
}
