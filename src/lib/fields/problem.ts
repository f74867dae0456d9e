import type { Range } from './ranges.ts';

/** What would have been right. The page translates it; `describeProblem` says it in English. */
export type Expectation =
  | Range
  /** A list of `of`, from `min` to `max` items. */
  | { kind: 'list'; of: Range; min: number; max: number }
  /** A list in which nothing comes twice. */
  | { kind: 'distinct' }
  /** One number from `min` to `max` for each hidden layer. */
  | { kind: 'per-layer'; min: number; max: number; layers: number }
  | { kind: 'text'; maxLength: number }
  /** `name:size:sha256`, at most `max` of them. */
  | { kind: 'files'; max: number }
  /** `step:parameter:value`, the parameter being one of `of`. */
  | { kind: 'changes'; of: readonly string[]; max: number }
  /** A field that one of these kinds of data has, and this one has not. */
  | { kind: 'data-kind'; of: readonly string[] }
  /** A field that only a network with a hidden layer has. */
  | { kind: 'hidden-layer' }
  /** A parameter, or a key, that exists. */
  | { kind: 'known' }
  /** A parameter given once. */
  | { kind: 'once' }
  /** A JSON object with the keys of an experiment. */
  | { kind: 'object' };

/** Why a value was refused. */
export interface ExperimentProblem {
  /** The parameter of the link, or the path in the JSON; '' is the whole. */
  where: string;
  expected: Expectation;
  /** What came, shortened. */
  got: string;
}

/** What came, short enough for a sentence. Never throws. */
export function shorten(value: unknown, length = 80): string {
  const text =
    typeof value === 'string'
      ? value
      : Array.isArray(value)
        ? `a list of ${value.length}`
        : typeof value === 'object' && value !== null
          ? 'an object'
          : String(value);
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/** A problem as an English sentence: where, what was expected, what came. */
export function describeProblem(problem: ExperimentProblem): string {
  const { where, expected, got } = problem;
  const place = where === '' ? 'The experiment' : where;
  switch (expected.kind) {
    case 'known':
      return `${place}: there is no such parameter (got "${got}").`;
    case 'once':
      return `${place}: expected once, got again with "${got}"; the first one counts.`;
    case 'data-kind':
      return `${place}: only data of kind ${oneOf(expected.of)} has this, got "${got}".`;
    case 'hidden-layer':
      return `${place}: only a network with a hidden layer has this, got "${got}".`;
    default:
      return `${place}: expected ${describeExpectation(expected)}, got "${got}".`;
  }
}

function describeExpectation(expected: Expectation): string {
  switch (expected.kind) {
    case 'integer':
      return `a whole number from ${expected.min} to ${expected.max}`;
    case 'number':
      return `a number from ${expected.min} to ${expected.max}`;
    case 'choice':
      return oneOf(expected.of);
    case 'list':
      return `a list of ${expected.min} to ${expected.max}, each ${describeExpectation(expected.of)}`;
    case 'distinct':
      return 'each name once';
    case 'per-layer':
      return `one number from ${expected.min} to ${expected.max} for each of ${expected.layers} hidden layers, or one for all`;
    case 'text':
      return `a text of at most ${expected.maxLength} characters`;
    case 'files':
      return `at most ${expected.max} files as name:size:SHA-256`;
    case 'changes':
      return `step:parameter:value with parameter ${oneOf(expected.of)}, at most ${expected.max} times`;
    case 'object':
      return 'an object with the keys of an experiment';
    case 'known':
    case 'once':
    case 'data-kind':
    case 'hidden-layer':
      return expected.kind;
  }
}

function oneOf(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} or ${names[names.length - 1]}`;
}
