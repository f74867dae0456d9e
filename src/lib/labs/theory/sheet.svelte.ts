import {
  statements,
  type StatementId,
  type StatementKind,
  type StatementParameter,
} from '#lib/experiment/theory.ts';
import type { Outcome } from '#workers/theory/statement.ts';
import { reasonOf, type Reason } from '#lib/crew/hire/reason.ts';

/** The state of a card, and the values of the attribute `data-theory`. */
export type Standing = 'idle' | 'computing' | 'holds' | 'broken';

/** One card: its sizes, its seed and its result. */
export class Sheet {
  readonly id: StatementId;
  readonly kind: StatementKind;
  readonly parameters: readonly StatementParameter[];
  values: Record<string, number> = $state({});
  seed = $state(1);
  standing: Standing = $state('idle');
  outcome: Outcome | null = $state.raw(null);
  /** Why the result could not be computed. */
  problem = $state.raw<Reason | null>(null);
  /** Increases with every question and every change of settings, to tell an outdated answer. */
  #asked = 0;

  constructor(id: StatementId) {
    this.id = id;
    this.kind = statements[id].kind;
    this.parameters = statements[id].parameters;
    for (const parameter of this.parameters) this.values[parameter.name] = parameter.default;
  }

  /**
   * Whether the result is the expected one: negative controls and counterexamples have to break.
   */
  get asExpected(): boolean {
    const breaks = this.kind === 'negative-control' || this.kind === 'not-an-identity';
    return this.standing === (breaks ? 'broken' : 'holds');
  }

  set(name: string, value: number): void {
    this.values[name] = value;
    this.#forget();
  }

  reseed(seed: number): void {
    this.seed = seed;
    this.#forget();
  }

  /** Asks `compute` for the outcome. Drops the answer if sizes or seed have changed meanwhile. */
  async ask(
    compute: (
      id: StatementId,
      parameters: Record<string, number>,
      seed: number,
    ) => Promise<Outcome>,
  ): Promise<void> {
    const asked = ++this.#asked;
    this.problem = null;
    this.standing = 'computing';
    try {
      const outcome = await compute(this.id, $state.snapshot(this.values), this.seed);
      if (asked !== this.#asked) return;
      this.outcome = outcome;
      this.standing = outcome.holds ? 'holds' : 'broken';
    } catch (error) {
      if (asked !== this.#asked) return;
      this.outcome = null;
      this.standing = 'idle';
      this.problem = reasonOf(error);
    }
  }

  #forget(): void {
    this.#asked++;
    this.outcome = null;
    this.problem = null;
    this.standing = 'idle';
  }
}
