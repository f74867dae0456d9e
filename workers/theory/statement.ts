import {
  statements,
  type StatementId,
  type StatementKind,
  type StatementParameter,
} from '#lib/experiment/theory.ts';

/** What one computation of a statement gave. */
export interface Outcome {
  /** What was computed the long way (every subnetwork, every draw), in the worst case of all checks. */
  measured: number;
  /** What the statement says it is, or the bound that it names. */
  closedForm: number;
  /** |measured − closedForm|; for an inequality, by how much the bound is passed (negative: it is not). */
  difference: number;
  tolerance: number;
  /** Whether the statement as it is written was true of these numbers; a control must give false. */
  holds: boolean;
  /** Comparisons made. */
  checks: number;
  /** What else there is to say, by name. */
  details?: Partial<Record<DetailName, number>>;
  /** A curve, where the statement is about one. */
  series?: Series;
}

/**
 * - `share`: share of the cases in which the claim fails.
 * - `normaliser`: the smallest Z met.
 * - `standardErrors`: how far the mean of random draws is from the same closed form.
 * - `room`: how far the bound is from what was measured, on average.
 * - `randomShare`: `share`, where the labels are drawn blindly.
 */
export type DetailName = 'share' | 'randomShare' | 'normaliser' | 'standardErrors' | 'room';

export interface Series {
  x: number[];
  measured: number[];
  closedForm: number[];
}

/** One statement of the theory page, and how it is computed. */
export interface Statement {
  id: StatementId;
  /** The row of the statement in the list of identities; null if it is not listed. */
  row: number | null;
  kind: StatementKind;
  parameters: readonly StatementParameter[];
  /** Pure: the same parameters and seed give the same outcome. float64 throughout. */
  compute(parameters: Readonly<Record<string, number>>, seed: number): Outcome;
}

type Values<Id extends StatementId> = Readonly<
  Record<(typeof statements)[Id]['parameters'][number]['name'], number>
>;

/** A statement from what page and worker share of it, and its computation. */
export function statement<Id extends StatementId>(
  id: Id,
  compute: (parameters: Values<Id>, seed: number) => Outcome,
): Statement {
  const { row, kind, parameters } = statements[id];
  return { id, row, kind, parameters, compute };
}

/** What the worker of the theory page answers. Made by `workers/theorist.ts`. */
export interface Theorist {
  compute(
    id: StatementId,
    parameters: Readonly<Record<string, number>>,
    seed: number,
  ): Promise<Outcome>;
}
