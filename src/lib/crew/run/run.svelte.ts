import type { DataSet } from '#lib/data/dataset.ts';
import type { Experiment } from '#lib/experiment/experiment.ts';
import { Crew, type CrewOptions } from './crew.ts';
import { Frames } from './frames.ts';
import type { Factory } from '../hire/staff.ts';
import type { RunView } from './types.ts';

/**
 * A run that a page can show: a crew whose view is reactive state. The view is renewed at most about ten
 * times a second, and at once where it answers a control.
 *
 * @example
 * const run = new Run(experiment, data, pageFactory());
 * await run.start();   // <p data-run={run.state}>{run.variants[0].step}</p>
 */
export class Run extends Crew implements RunView {
  readonly #frames = new Frames(() => (this.#view = this.view()));
  // Raw: views are replaced as a whole, and a deep proxy would cost at every point of a curve.
  #view: RunView = $state.raw(null!);

  constructor(
    experiment: Experiment,
    data: DataSet,
    factory: Factory,
    options: Omit<CrewOptions, 'changed'> = {},
  ) {
    const plain = structuredClone($state.snapshot(experiment)) as Experiment;
    const changed = (urgency: 'now' | 'soon') => this.#frames[urgency]();
    super(plain, plainData(data), factory, { ...options, changed });
    this.#view = this.view();
  }

  get state() {
    return this.#view.state;
  }
  get reason() {
    return this.#view.reason;
  }
  get experiment() {
    return this.#view.experiment;
  }
  get variants() {
    return this.#view.variants;
  }
  get environment() {
    return this.#view.environment;
  }
  get timings() {
    return this.#view.timings;
  }
  get notices() {
    return this.#view.notices;
  }
  get averaging() {
    return this.#view.averaging;
  }
  get stopping() {
    return this.#view.stopping;
  }

  override dispose(): void {
    this.#frames.end();
    super.dispose();
  }
}

/** The data set without a reactive proxy around any of its objects: those cannot be posted. */
function plainData(data: DataSet): DataSet {
  return {
    ...data,
    classes: [...data.classes],
    shape: data.shape && { ...data.shape },
    train: { ...data.train },
    test: { ...data.test },
  };
}
