import type { DataSet } from '#lib/data/dataset.ts';
import type { Change, Experiment, VariantName } from '#lib/experiment/experiment.ts';
import { Crew, type CrewOptions } from './crew.ts';
import { Frames } from './frames.ts';
import type { Factory } from '../hire/staff.ts';
import type { ControlOutcome, RunControls, RunView } from './types.ts';

/**
 * A run that a page can show: it reads as the crew's view of the moment, at most about ten times a
 * second anew, and at once where it answers a control.
 *
 * @example
 * const run = new Run(experiment, data, pageFactory());
 * await run.start();   // <p data-run={run.state}>{run.variants[0].step}</p>
 */
export class Run implements RunView, RunControls {
  readonly #crew: Crew;
  readonly #frames = new Frames(() => (this.#view = this.#crew.view()));
  // Raw: the views are replaced, and a proxy around curves would cost at every point.
  #view: RunView = $state.raw(null!);

  constructor(
    experiment: Experiment,
    data: DataSet,
    factory: Factory,
    options: Omit<CrewOptions, 'changed'> = {},
  ) {
    const changed = (urgency: 'now' | 'soon') => this.#frames[urgency]();
    const plain = structuredClone($state.snapshot(experiment)) as Experiment;
    this.#crew = new Crew(plain, plainData(data), factory, { ...options, changed });
    this.#view = this.#crew.view();
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

  start = () => this.#crew.start();
  pause = () => this.#crew.pause();
  resume = () => this.#crew.resume();
  step = () => this.#crew.step();
  epoch = () => this.#crew.epoch();
  stop = () => this.#crew.stop();
  change = (path: Change['path'], value: number): Promise<ControlOutcome> =>
    this.#crew.change(path, value);
  average = (variant: VariantName) => this.#crew.average(variant);
  stopAveraging = () => this.#crew.stopAveraging();
  evaluate = () => this.#crew.evaluate();
  /** Weights of a variant as they are now, or were last; null where it has not started. */
  checkpoint = (variant: VariantName) => this.#crew.checkpoint(variant);
  slowed = () => this.#crew.slowed();
  /** For tests of bad days: loses the WebGL context of a variant as a driver would. */
  loseContext = (variant: VariantName) => this.#crew.loseContext(variant);

  dispose = () => {
    this.#frames.end();
    this.#crew.dispose();
  };
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
