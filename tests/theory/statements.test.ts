import { describe, expect, it } from 'vitest';
import { statementIds } from '#lib/experiment/theory.ts';
import { theory } from '#workers/theory/index.ts';
import type { Outcome, Statement } from '#workers/theory/statement.ts';

/** Everything that the page may ask: seeds with the usual sizes, then sizes from end to end. */
const seeds = [1, 2, 3, 7, 4_294_967_295];

const usual = ({ parameters }: Statement) =>
  Object.fromEntries(parameters.map(({ name, default: value }) => [name, value]));

/** The usual sizes, and each parameter in turn at its ends; both ends at once, too. */
function sizes(statement: Statement): Record<string, number>[] {
  const { parameters } = statement;
  const all = (which: 'min' | 'max') =>
    Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter[which]]));
  return [
    usual(statement),
    all('min'),
    ...parameters.flatMap(({ name, min, max }) =>
      [min, max].map((value) => ({ ...usual(statement), [name]: value })),
    ),
    all('max'),
  ];
}

function expectHolds(outcome: Outcome, what: string): void {
  expect(outcome.difference, what).toBeLessThanOrEqual(outcome.tolerance);
  expect(outcome.holds, what).toBe(true);
  expect(outcome.checks, what).toBeGreaterThan(0);
}

const of = (...kinds: Statement['kind'][]) =>
  statementIds.map((id) => theory[id]).filter(({ kind }) => kinds.includes(kind));

describe('the table of statements', () => {
  it('has every row of the list of identities, and each statement under its own name', () => {
    const rows = new Set(Object.values(theory).map(({ row }) => row));
    for (let row = 1; row <= 12; row++) expect(rows.has(row), `row ${row}`).toBe(true);
    for (const id of statementIds) expect(theory[id].id).toBe(id);
  });

  it('computes the same numbers from the same seed', () => {
    for (const id of statementIds) {
      const once = theory[id].compute(usual(theory[id]), 5);
      expect(theory[id].compute(usual(theory[id]), 5), id).toEqual(once);
    }
  });
});

describe.each(of('identity', 'inequality').map((statement) => [statement.id, statement] as const))(
  '%s',
  (_, statement) => {
    it('holds for every seed', () => {
      for (const seed of seeds) expectHolds(statement.compute(usual(statement), seed), `${seed}`);
    });

    it('holds for every size that may be asked for', () => {
      for (const parameters of sizes(statement)) {
        expectHolds(statement.compute(parameters, 11), JSON.stringify(parameters));
      }
    });
  },
);

/** The tolerances that were promised, so that none is widened in passing. */
describe('the tolerance', () => {
  const counts = ['nothing-dropped', 'everything-dropped', 'constant-weights'];
  it.each(of('identity', 'inequality').map(({ id }) => id))('of %s is 1e-12, or 0', (id) => {
    const { tolerance } = theory[id].compute(usual(theory[id]), 1);
    expect(tolerance).toBe(counts.includes(id) ? 0 : 1e-12);
  });

  it('of the kept fraction is 4.5 standard errors', () => {
    const { tolerance } = theory['kept-fraction'].compute({ units: 100, examples: 100, p: 0.2 }, 1);
    expect(tolerance).toBeCloseTo(4.5 * Math.sqrt(0.16 / 10_000), 12);
  });

  it('of the Monte Carlo slope is .03', () => {
    const statement = theory['monte-carlo-slope'];
    expect(statement.compute(usual(statement), 1).tolerance).toBe(0.03);
  });
});

describe.each(of('statistical').map((statement) => [statement.id, statement] as const))(
  '%s',
  (_, statement) => {
    it('holds for fixed seeds, which were not chosen', () => {
      for (const seed of seeds) expectHolds(statement.compute(usual(statement), seed), `${seed}`);
    });

    it('holds at p from one end to the other', () => {
      for (const p of [0.05, 0.2, 0.8, 0.9]) {
        expectHolds(statement.compute({ ...usual(statement), p }, 1), `p = ${p}`);
      }
    });
  },
);

describe('a negative control', () => {
  /** Far more than rounding: a control that broke by 1e-11 would control nothing. */
  const visibly = 0.01;

  it.each(of('negative-control').map((statement) => [statement.id, statement] as const))(
    'breaks: %s',
    (_, statement) => {
      for (const seed of seeds) {
        for (const p of [0.3, 0.5, 0.7]) {
          const { holds, difference } = statement.compute({ ...usual(statement), p }, seed);
          expect(holds, `${seed}`).toBe(false);
          expect(difference, `${seed}, p = ${p}`).toBeGreaterThan(visibly);
        }
      }
      for (const parameters of sizes(statement)) {
        expect(statement.compute(parameters, 11).holds, JSON.stringify(parameters)).toBe(false);
      }
    },
  );

  it('of the arithmetic mean is off by .1 to .4 on random cases', () => {
    const statement = theory['softmax-arithmetic-mean'];
    for (const seed of seeds) {
      const { difference } = statement.compute(usual(statement), seed);
      expect(difference).toBeGreaterThan(0.1);
      expect(difference).toBeLessThan(0.4);
    }
  });
});

describe('what is not true in general', () => {
  it.each(of('not-an-identity').map((statement) => [statement.id, statement] as const))(
    'has a counterexample at every seed: %s',
    (_, statement) => {
      for (const seed of seeds) {
        const { holds, difference } = statement.compute(usual(statement), seed);
        expect(holds, `${seed}`).toBe(false);
        expect(difference, `${seed}`).toBeGreaterThan(1e-3);
      }
    },
  );

  it('the spread of the output, as a bound, fails for about a tenth of these units', () => {
    const statement = theory['output-variance-bound'];
    for (const seed of seeds) {
      const { details } = statement.compute({ ...usual(statement), cases: 2_000 }, seed);
      // .1 ± 4.5 standard errors of a share of 2,000, and what the share itself is not known to.
      expect(details?.share).toBeGreaterThan(0.05);
      expect(details?.share).toBeLessThan(0.15);
    }
  });
});
