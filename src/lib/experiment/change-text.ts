import { ranges, type Change } from './experiment.ts';
import { formatNumber, parseNumber } from './number-text.ts';

/**
 * A change made during a run in the link: `step:parameter:value`, e.g. `120:lr:0.01`. The parameter is
 * `lr`, `p-in`, or `p-1` for the first hidden layer, `p-2` for the second, and so on.
 */
export function formatChange({ step, path, value }: Change): string {
  return `${formatNumber(step)}:${changeName(path)}:${formatNumber(value)}`;
}

/** The change that `text` stands for, or undefined. Whether the layer exists is not looked at. */
export function parseChange(text: string): Change | undefined {
  const parts = text.split(':', 4);
  if (parts.length !== 3) return undefined;
  const step = parseNumber(parts[0]);
  const path = changePath(parts[1].trim());
  const value = parseNumber(parts[2]);
  if (step === undefined || step < 0 || !Number.isInteger(step)) return undefined;
  if (path === undefined || value === undefined) return undefined;
  return isChangeValue(path, value) ? { step, path, value } : undefined;
}

/** Whether `value` is in the range of the field that `path` names. */
export function isChangeValue(path: string, value: number): boolean {
  const range = path === 'training.learningRate' ? ranges.learningRate : ranges.probability;
  return value >= range.min && value <= range.max;
}

/** The hidden layer, counted from 0, whose drop probability `path` names; −1 where it names none. */
export function changedLayer(path: string): number {
  return path.startsWith('dropout.hidden.') ? Number(path.slice('dropout.hidden.'.length)) : -1;
}

/** How the link calls the field that a change names. */
export function changeName(path: string): string {
  if (path === 'training.learningRate') return 'lr';
  return path === 'dropout.input' ? 'p-in' : `p-${changedLayer(path) + 1}`;
}

/** Every name of a change in a network of so many hidden layers. */
export function changeNames(layers: number): string[] {
  return ['lr', 'p-in', ...Array.from({ length: layers }, (_, layer) => `p-${layer + 1}`)];
}

function changePath(name: string): string | undefined {
  if (name === 'lr') return 'training.learningRate';
  if (name === 'p-in') return 'dropout.input';
  const layer = /^p-([1-9])$/.exec(name);
  return layer ? `dropout.hidden.${Number(layer[1]) - 1}` : undefined;
}
