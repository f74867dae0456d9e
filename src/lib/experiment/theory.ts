/**
 * The statements of the theory page: which there are, of what kind, and which numbers a reader may
 * change. Page and worker share this; what each computes stands in `workers/theory`, one file each, and
 * its words and formula stand on the page.
 */

/**
 * - `identity`: two numbers that are equal, up to rounding.
 * - `inequality`: one number that is never beyond the other.
 * - `statistical`: equal within a number of standard errors.
 * - `negative-control`: an equation that must break, or the test of its identity proves nothing.
 * - `not-an-identity`: often said, and not true in general; a counterexample is looked for.
 */
export type StatementKind =
  'identity' | 'inequality' | 'statistical' | 'negative-control' | 'not-an-identity';

/** The parts of the page. */
export const sections = ['averages', 'gain', 'penalty', 'masks', 'not-in-general'] as const;
export type Section = (typeof sections)[number];

/** A number that a reader may change, with its range. */
export interface StatementParameter<Name extends string = string> {
  name: Name;
  kind: 'integer' | 'number';
  min: number;
  max: number;
  default: number;
}

interface Facts {
  section: Section;
  /** The row of the statement in the list of identities; null if it is not listed. */
  row: number | null;
  kind: StatementKind;
  parameters: readonly StatementParameter[];
}

function whole<const Name extends string>(name: Name, min: number, max: number, usual: number) {
  return { name, kind: 'integer' as const, min, max, default: usual };
}

/**
 * The parameter p, a drop probability. `from` is above 0 for statements that are trivial if nothing
 * is dropped. p ends at .9, where kept values are ten times as large and their variance is nine
 * times their square: sums of size one still agree to 1e-12.
 */
function drop(from = 0) {
  return { name: 'p' as const, kind: 'number' as const, min: from, max: 0.9, default: 0.5 };
}

const inputs = whole('inputs', 1, 12, 10);
const classes = whole('classes', 2, 10, 4);
const deep = [whole('units', 1, 6, 5), classes, drop()] as const;
const cases = whole('cases', 100, 5_000, 1_000);

export const statements = {
  'softmax-geometric-mean': {
    section: 'averages',
    row: 1,
    kind: 'identity',
    parameters: [inputs, classes, drop()],
  },
  'softmax-arithmetic-mean': {
    section: 'averages',
    row: 1,
    kind: 'negative-control',
    parameters: [whole('inputs', 2, 12, 10), classes, drop(0.05)],
  },
  'sigmoid-unit': { section: 'averages', row: 2, kind: 'identity', parameters: [inputs, drop()] },
  'deep-linear': {
    section: 'averages',
    row: 3,
    kind: 'identity',
    parameters: [whole('layers', 1, 3, 3), whole('units', 1, 4, 4), drop()],
  },
  'reused-mask': {
    section: 'averages',
    row: 3,
    kind: 'negative-control',
    parameters: [whole('units', 1, 10, 6), drop(0.05)],
  },
  'one-hidden-layer': {
    section: 'averages',
    row: 4,
    kind: 'identity',
    parameters: [whole('units', 1, 12, 10), classes, drop()],
  },
  'mask-before-nonlinearity': {
    section: 'averages',
    row: 4,
    kind: 'negative-control',
    parameters: [whole('inputs', 2, 12, 8), whole('units', 2, 20, 8), drop(0.05)],
  },
  'jensen-nll': { section: 'gain', row: 5, kind: 'inequality', parameters: deep },
  'geometric-nll': { section: 'gain', row: 5, kind: 'identity', parameters: deep },
  ambiguity: { section: 'gain', row: 5, kind: 'identity', parameters: deep },
  'jensen-relu': { section: 'gain', row: 7, kind: 'inequality', parameters: [inputs, drop()] },
  'linear-regression': {
    section: 'penalty',
    row: 6,
    kind: 'identity',
    parameters: [whole('inputs', 1, 12, 8), whole('examples', 1, 100, 20), drop()],
  },
  'ridge-minimiser': {
    section: 'penalty',
    row: 6,
    kind: 'identity',
    parameters: [whole('inputs', 1, 12, 8), whole('examples', 24, 200, 40), drop()],
  },
  'input-noise': {
    section: 'penalty',
    row: 11,
    kind: 'identity',
    parameters: [
      inputs,
      whole('examples', 1, 100, 20),
      { name: 'noise', kind: 'number', min: 0, max: 2, default: 0.5 },
    ],
  },
  'mask-moments': {
    section: 'masks',
    row: 8,
    kind: 'identity',
    parameters: [whole('units', 1, 12, 10), drop()],
  },
  'kept-fraction': {
    section: 'masks',
    row: 8,
    kind: 'statistical',
    parameters: [whole('units', 1, 1_024, 256), whole('examples', 1, 1_024, 1_024), drop()],
  },
  'nothing-dropped': {
    section: 'masks',
    row: 9,
    kind: 'identity',
    parameters: [whole('units', 1, 32, 9), whole('steps', 1, 50, 10)],
  },
  'everything-dropped': {
    section: 'masks',
    row: 9,
    kind: 'identity',
    parameters: [whole('units', 1, 32, 9), whole('examples', 1, 50, 10)],
  },
  'monte-carlo-variance': {
    section: 'masks',
    row: 10,
    kind: 'identity',
    parameters: [whole('units', 1, 6, 6), whole('draws', 1, 3, 3), drop()],
  },
  'monte-carlo-slope': {
    section: 'masks',
    row: 10,
    kind: 'statistical',
    parameters: [whole('units', 2, 10, 8), whole('repeats', 4_000, 8_000, 4_000), drop(0.05)],
  },
  'constant-weights': {
    section: 'masks',
    row: 12,
    kind: 'identity',
    parameters: [whole('units', 2, 16, 6), whole('steps', 1, 500, 200)],
  },
  'constant-weights-dropout': {
    section: 'masks',
    row: 12,
    kind: 'negative-control',
    parameters: [whole('units', 2, 16, 6), whole('steps', 50, 500, 200), drop(0.05)],
  },
  'ensemble-beats-off': {
    section: 'not-in-general',
    row: null,
    kind: 'not-an-identity',
    parameters: [whole('units', 2, 5, 4), whole('networks', 10, 100, 40), drop(0.05)],
  },
  'output-variance-bound': {
    section: 'not-in-general',
    row: null,
    kind: 'not-an-identity',
    parameters: [whole('inputs', 2, 10, 4), cases, drop(0.2)],
  },
  'input-variance-bound': {
    section: 'not-in-general',
    row: null,
    kind: 'inequality',
    parameters: [whole('inputs', 2, 10, 4), cases, drop(0.2)],
  },
  'gap-shrinks': {
    section: 'not-in-general',
    row: null,
    kind: 'not-an-identity',
    parameters: [whole('networks', 20, 200, 100), drop(0.05)],
  },
  'always-helps': {
    section: 'not-in-general',
    row: null,
    kind: 'not-an-identity',
    parameters: [whole('inputs', 1, 12, 8), whole('examples', 24, 200, 40), drop(0.05)],
  },
} as const satisfies Record<string, Facts>;

export type StatementId = keyof typeof statements;
export type ParameterName = (typeof statements)[StatementId]['parameters'][number]['name'];
export const statementIds = Object.keys(statements) as StatementId[];
