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

/** What was trained, as every view of the observatory gets it. It never changes; another one comes. */
export class Specimen {
  readonly experiment: Experiment;
  readonly data: DataSet;
  readonly checkpoints: readonly Checkpoint[];
  /** What trained it. */
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

  /** Steps that its networks were trained for. */
  get step(): number {
    return Math.max(...this.checkpoints.map(({ step }) => step));
  }

  /** Drop probability of the input and of each hidden layer, at the end of training. */
  get p(): number[] {
    return settingsAt(this.experiment, Math.max(0, this.step - 1)).p;
  }

  /** Units that may be dropped: there are 2ⁿ subnetworks. */
  get droppable(): number {
    return droppableUnits(this.sizes, this.p);
  }

  has(variant: VariantName): boolean {
    return this.checkpoints.some((checkpoint) => checkpoint.variant === variant);
  }

  /** The variant whose subnetworks share one set of weights: one network, seen through many masks. */
  get masked(): 'dropout' | 'shared-subnetworks' | undefined {
    return (['dropout', 'shared-subnetworks'] as const).find((name) => this.has(name));
  }

  /** Asks the observer; rejects with an Error where it cannot answer. */
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

  /** The exact average over all subnetworks of the network trained with dropout, on `rows`. */
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

  /** Trains one variant of an experiment on the same data to its end. */
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
