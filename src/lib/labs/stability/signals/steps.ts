import type { FormulaId } from '#lib/experiment/stability/drawn-names.ts';
import type { StackSpec } from '#lib/experiment/stability/stack.ts';
import type { SignalsTexts, StepNumbers } from '#lib/i18n/en/stability/signals.ts';
import { written } from './chart/written.ts';
import type { Derivation } from './derivation.ts';

/** A step of the derivation: a sentence and, if it has one of its own, a formula. */
export interface Step {
  id: string;
  formula?: FormulaId;
  words: string;
}

/** The steps for one layer: on the way up, on the way down, and to a variance that suits both. */
export function stepsOf(
  numbers: Derivation,
  stack: Pick<StackSpec, 'activation' | 'drop' | 'residual' | 'branch'>,
  text: SignalsTexts['derivation'],
  activation: string,
): { up: Step[]; down: Step[]; compromise: Step[] } {
  const n = writtenNumbers(numbers, stack.drop, activation);
  const step = (formula: FormulaId, change: Partial<StepNumbers> = {}): Step => ({
    id: formula,
    formula,
    words: text.steps[formula]({ ...n, ...change }),
  });
  const upRatio = { ratio: written(numbers.factors.upLayer.expected, 'log', 4) };
  const downRatio = { ratio: written(numbers.factors.downLayer.expected, 'log', 4) };
  const curve = { none: 'linear', relu: 'relu' } as const;
  const slope = { none: 'linearSlope', relu: 'reluSlope' } as const;
  const kind = stack.activation === 'none' || stack.activation === 'relu' ? stack.activation : null;
  const skips = numbers.skip !== null;
  const two = skips && stack.branch === 2;
  const crossed = !two && (stack.activation === 'relu' || stack.activation === 'sigmoid');

  const up = [step('sum'), step('centred'), step('variance')];
  if (kind) up.push(step(curve[kind]));
  else if (!Number.isNaN(numbers.square)) up.push(step('curved'));
  if (stack.drop > 0) up.push(step('mask'));
  if (two) up.push({ id: 'second', words: text.second(n) });
  if (skips) up.push(step(crossed ? 'crossed' : 'skip', upRatio));

  const down = [step('chain'), step('backward')];
  if (kind) down.push(step(slope[kind]));
  else if (!Number.isNaN(numbers.slope)) down.push(step('curvedSlope'));
  if (stack.drop > 0) down.push({ id: 'mask', words: text.backMask(n) });
  if (skips && !Number.isNaN(numbers.slope)) down.push(step('backwardSkip', downRatio));

  const compromise = [step('both'), step('xavier'), step('uniform'), step('he')];
  return { up, down, compromise };
}

function writtenNumbers(d: Derivation, drop: number, activation: string): StepNumbers {
  const digits = (value: number) => written(value, 'log', 4);
  const sum = d.inputs + d.outputs;
  return {
    inputs: String(d.inputs),
    outputs: String(d.outputs),
    variance: digits(d.variance),
    second: digits(d.second),
    up: digits(d.up),
    down: digits(d.down),
    square: digits(d.square),
    slope: digits(d.slope),
    keep: digits(d.keep),
    p: digits(drop),
    alpha: digits(d.skip ?? 1),
    chi: digits(d.down * d.second * d.slope * d.keep),
    ratio: '',
    xavier: digits(2 / sum),
    bound: digits(Math.sqrt(6 / sum)),
    he: digits(2 / d.inputs),
    forUp: digits(1 / d.inputs),
    forDown: digits(1 / d.outputs),
    activation,
  };
}
