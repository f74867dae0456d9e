import { Crew, type CrewOptions } from '#lib/crew/run/crew.ts';
import type { RunView, VariantRun } from '#lib/crew/run/types.ts';
import type { DataSet } from '#lib/data/dataset.ts';
import type { Experiment, VariantName } from '#lib/experiment/experiment.ts';
import { preset } from '#lib/experiment/presets.ts';
import { fakeFactory, world as newWorld, type FakeTrainer, type World } from './fake-staff.ts';

/** Four rows of two numbers: an epoch is two steps of two examples. */
export const data: DataSet = {
  name: 'four rows',
  inputs: 2,
  classes: ['a', 'b'],
  shape: null,
  scaling: 'none',
  train: {
    rows: new Float32Array(8),
    labels: new Int32Array(4),
    trueLabels: new Int32Array(4),
  },
  test: { rows: new Float32Array(4), labels: new Int32Array(2) },
};

/** Five epochs of two steps: ten steps, on WASM. */
export function tenSteps(variants: VariantName[], changed: Partial<Experiment> = {}): Experiment {
  const experiment = preset('noisy-digits');
  const training = { ...experiment.training, batch: 2, epochs: 5 };
  return { ...experiment, backend: 'wasm', variants, training, ...changed };
}

export interface Stage {
  world: World;
  run: Crew;
  view(): RunView;
  variant(name: VariantName): VariantRun;
  /** Waits until something holds of the run; it is looked at whenever the run changed. */
  until(when: (view: RunView) => boolean): Promise<void>;
  /** The trainers of a variant, in the order in which they were hired. */
  hired(name: VariantName): FakeTrainer[];
}

export function stage(
  experiment: Experiment,
  world: World = newWorld(),
  options: Omit<CrewOptions, 'changed'> = {},
): Stage {
  let look: () => void = () => undefined;
  const changed = () => look();
  const run = new Crew(experiment, data, fakeFactory(world), { ...options, changed });
  return {
    world,
    run,
    view: () => run.view(),
    variant: (name) => run.view().variants.find(({ variant }) => variant === name)!,
    until: (when) =>
      new Promise((resolve) => {
        look = () => {
          if (when(run.view())) resolve();
        };
        look();
      }),
    hired: (name) =>
      world.trainers.filter((trainer) => trainer.job?.variant === name && trainer.prepared),
  };
}

export const isDone = (view: RunView): boolean => view.state === 'done';

/** Lets a trainer wait at a step, until it is let go or asked to pause. */
export function waitAt(step: number, variant?: VariantName) {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const arrivals = new Set<VariantName>();
  return {
    release: () => release(),
    arrivals,
    async beforeStep(trainer: FakeTrainer): Promise<void> {
      if (trainer.step !== step || (variant && trainer.variant !== variant)) return;
      arrivals.add(trainer.variant!);
      const paused = new Promise<void>((resolve) => (trainer.onPause = resolve));
      await Promise.race([released, paused]);
    },
  };
}

/** Lets everything that is under way between ports arrive. */
export async function calm(): Promise<void> {
  for (let i = 0; i < 30; i++) await new Promise<void>((resolve) => setImmediate(resolve));
}
