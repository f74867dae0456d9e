import {
  fieldAt,
  fieldNamed,
  fields,
  type Field,
  type FieldValue,
} from '#lib/experiment/fields.ts';
import { formatField, parseField } from '#lib/fields/text.ts';
import { parseNumber } from '#lib/fields/number-text.ts';
import { describeProblem } from '#lib/fields/problem.ts';
import { InputError } from './input-error.ts';

/** A value as it stands in a record: a number, or the text of a link, as in `256-256`. */
export type CellValue = number | string;

/** One field of an experiment and the values that it takes in turn. */
export interface Axis {
  field: Field;
  values: { label: CellValue; value: FieldValue }[];
}

/** The most values that one range may stand for. */
const MAX_VALUES = 1_000;

/**
 * The axis of `path=values`. The path is a parameter of the link (`p`) or a path in the JSON
 * (`dropout.hidden`). Values are written as in the link and parted by `,`, or by `;`, which a field
 * needs whose own values hold commas; `from:to:step` stands for the numbers from one to the other,
 * both included. `layers` is how many hidden layers there are, for the message. Throws `InputError`.
 */
export function parseAxis(text: string, layers: number): Axis {
  const sign = text.indexOf('=');
  const refuse = (sentence: string): never => {
    throw new InputError(`--sweep ${text}: ${sentence}`);
  };
  if (sign < 0) return refuse('expected path=values, as in p=0,0.5.');
  const path = text.slice(0, sign).trim();
  const field = fieldNamed(path) ?? fieldAt(path);
  if (!field) {
    const names = fields.map(({ name }) => name).join(', ');
    return refuse(`there is no field "${path}"; expected one of ${names}.`);
  }
  if (field.group === 'run' && field.path !== 'changes') {
    return refuse('expected another field: one backend computes the whole grid.');
  }
  const rest = text.slice(sign + 1);
  const values = split(field, rest).flatMap((part) => {
    const texts = expand(field, part);
    if (typeof texts === 'string') return refuse(texts);
    return texts.map((one) => {
      const parsed = parseField(field, one, layers);
      return parsed.ok ? parsed.value : refuse(describeProblem(parsed.problem));
    });
  });
  const labels = values.map((value) => labelOf(field, value));
  const twice = labels.find((label, i) => labels.indexOf(label) < i);
  if (twice !== undefined) return refuse(`expected each value once, got ${twice} again.`);
  return { field, values: values.map((value, i) => ({ label: labels[i], value })) };
}

/** How a value stands in a record. */
function labelOf(field: Field, value: FieldValue): CellValue {
  const text = formatField(field, value);
  return parseNumber(text) ?? text;
}

/** Fields of which one value may hold commas. */
function holdsCommas({ range }: Field): boolean {
  if (range.kind === 'list') return range.separator === ',';
  return range.kind === 'text' || range.kind === 'files' || range.kind === 'changes';
}

function split(field: Field, text: string): string[] {
  return text
    .split(holdsCommas(field) || text.includes(';') ? ';' : ',')
    .map((part) => part.trim());
}

function isNumeric({ range }: Field): boolean {
  if (range.kind === 'list') return range.of.kind !== 'choice';
  return range.kind === 'per-layer' || range.kind === 'number' || range.kind === 'integer';
}

/** The texts that `from:to:step` stands for; the text itself where it is no range; else what is wrong. */
function expand(field: Field, text: string): string[] | string {
  if (!isNumeric(field) || !text.includes(':')) return [text];
  const [from, to, step] = text.split(':').map(parseNumber);
  // A billionth of a step is added, so that 0:0.9:0.1 ends with 0.9 although .1 is not exact in binary.
  const steps = Math.floor((to! - from!) / step! + 1e-9);
  if (text.split(':').length !== 3 || !(steps >= 0 && steps < Infinity)) {
    return `expected from:to:step, as in 0:0.9:0.1, got "${text}".`;
  }
  if (steps >= MAX_VALUES) return `expected at most ${MAX_VALUES} values, got ${steps + 1}.`;
  return Array.from({ length: steps + 1 }, (_, i) =>
    String(Number((from! + i * step!).toPrecision(12))),
  );
}
