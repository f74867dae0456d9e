import type { AskOptions } from '#lib/crew/hire/desk.ts';
import type { ObserverDesk } from '#lib/crew/ask/observer.ts';
import type { DataSet } from '#lib/data/dataset.ts';
import { droppableUnits, type ExactProblem } from '#lib/experiment/exact-sums.ts';
import type { BackendName, Experiment, VariantName } from '#lib/experiment/experiment.ts';
import { settingsAt } from '#lib/experiment/settings-at.ts';
import type { AnswerOf, JobOf, NewsOf } from '#workers/asking.ts';
import type { StudyQuestions } from '#workers/observatory/observer.ts';
import type { Checkpoint } from '#lib/protocol/protocol.ts';
import type { ObserverStaff } from './observer-staff.ts';

/**
 * The trained networks that every view of the observatory looks at. Immutable: a later moment of
 * training is a new specimen.
 */
export class Specimen {
  readonly experiment: Experiment;
  readonly data: DataSet;
  readonly checkpoints: readonly Checkpoint[];
  /** The backend that trained the networks. */
  readonly backend: BackendName;
  readonly #staff: ObserverStaff;
  #desk: Promise<ObserverDesk> | null = null;

  constructor(
    experiment: Experiment,
    data: DataSet,
    checkpoints: readonly Checkpoint[],
    backend: BackendName,
    staff: ObserverStaff,
  ) {
    this.experiment = experiment;
    this.data = data;
    this.checkpoints = checkpoints;
    this.backend = backend;
    this.#staff = staff;
  }

  /** Units of each layer: inputs, hidden layers, classes. */
  get sizes(): number[] {
    return [this.data.inputs, ...this.experiment.network.hidden, this.data.classes.length];
  }

  /** Steps that the networks were trained for; the most if they differ. */
  get step(): number {
    return Math.max(...this.checkpoints.map(({ step }) => step));
  }

  /** Drop probability of the input and of each hidden layer, at the end of training. */
  get p(): number[] {
    return settingsAt(this.experiment, Math.max(0, this.step - 1)).p;
  }

  /** Number of units that dropout may drop; with n of them there are 2ⁿ subnetworks. */
  get droppable(): number {
    return droppableUnits(this.sizes, this.p);
  }

  has(variant: VariantName): boolean {
    return this.checkpoints.some((checkpoint) => checkpoint.variant === variant);
  }

  /** The variant whose subnetworks are masks over one set of weights, if it was trained. */
  get masked(): 'dropout' | 'shared-subnetworks' | undefined {
    return (['dropout', 'shared-subnetworks'] as const).find((name) => this.has(name));
  }

  /** Asks the worker that holds this specimen; rejects with an Error if it cannot answer. */
  async ask<Name extends keyof StudyQuestions>(
    question: Name,
    job: JobOf<StudyQuestions, Name>,
    options?: AskOptions<NewsOf<StudyQuestions, Name>>,
  ): Promise<AnswerOf<StudyQuestions, Name>> {
    const { experiment, data, checkpoints } = this;
    this.#desk ??= this.#staff.desk({
      experiment,
      inputs: data.inputs,
      classes: data.classes.length,
      train: { rows: data.train.rows, labels: data.train.labels },
      test: { ...data.test },
      checkpoints: [...checkpoints],
    });
    return (await this.#desk).ask(question, job, options);
  }

  /**
   * Sums over all subnetworks of the dropout network, for inputs `rows`, `[count, inputs]`. Rejects
   * without a dropout network.
   */
  exactly(
    rows: Float32Array,
    options: Parameters<ObserverStaff['exactly']>[1],
  ): ReturnType<ObserverStaff['exactly']> {
    const { sizes, p, experiment, checkpoints } = this;
    const dropout = checkpoints.find(({ variant }) => variant === 'dropout');
    if (!dropout) return Promise.reject(new Error('No network was trained with dropout.'));
    const problem: ExactProblem = {
      sizes,
      activation: experiment.network.activation,
      parameters: dropout.parameters,
      p,
      rows,
      count: rows.length / sizes[0],
    };
    return this.#staff.exactly(problem, options);
  }

  /** Trains a variant of an experiment to its end on this specimen's data. */
  train(experiment: Experiment, variant: VariantName, signal: AbortSignal) {
    const { data, backend } = this;
    return this.#staff.train({ experiment, variant, data }, { backend, signal });
  }

  dispose(): void {
    this.#desk?.then(
      (desk) => desk.retire(),
      () => undefined,
    );
    this.#desk = null;
  }
}
