import { noCure, type Cure, type GradientCure } from '../../../experiment/stability/training.ts';
import type { StabilityTexts } from '../../../i18n/en/stability.ts';
import type { StackSpec } from '../../../experiment/stability/stack.ts';
import { written } from '../signals/chart/written.ts';
import { differingParts } from './cures.ts';

/** What a cure does to the gradient. */
export function gradientName(
  { kind, limit }: GradientCure,
  text: StabilityTexts['learning'],
): string {
  return kind === 'value' || kind === 'norm'
    ? text.limited(text.cures[kind], written(limit))
    : text.cures[kind];
}

/** What a cure does that another does not, part by part. `stack` is what `as-set` leaves. */
export function changeNames(
  before: Cure,
  after: Cure,
  stack: StackSpec,
  { learning, fields }: StabilityTexts,
): string[] {
  return differingParts(before, after).map((part) => {
    if (part === 'gradient')
      return after.kind === 'none' ? learning.plainGradient : gradientName(after, learning);
    const value = after[part];
    return value === 'as-set'
      ? learning.again(learning.parts[part], fields.options[stack[part]])
      : fields.options[value];
  });
}

/** All that a cure does, as a name of it. */
export function cureName(cure: Cure, stack: StackSpec, text: StabilityTexts): string {
  const names = changeNames(noCure, cure, stack, text);
  return names.length === 0 ? text.learning.uncured : names.join(text.learning.and);
}
