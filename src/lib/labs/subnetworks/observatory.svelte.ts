import { reasonOf, type Reason } from '#lib/crew/hire/reason.ts';
import type { Lab } from '#lib/lab-frame/lab.svelte.ts';
import type { AnyRun } from '#lib/lab-frame/staff.ts';
import type { ObserverStaff } from './observer-staff.ts';
import { Specimen } from './specimen.ts';

/** The lab, and the specimen under observation: the weights of its run at one moment. */
export class Observatory {
  readonly lab: Lab;
  readonly #staff: ObserverStaff;
  specimen = $state.raw<Specimen | null>(null);
  /** Why no specimen could be taken. */
  failure = $state.raw<Reason | null>(null);
  #of: AnyRun | null = null;
  #turn = 0;

  constructor(lab: Lab, staff: ObserverStaff) {
    this.lab = lab;
    this.#staff = staff;
  }

  /** Whether any variant has trained for a step, so that there are weights to look at. */
  readonly possible = $derived.by(() =>
    (this.lab.run?.variants ?? []).some(({ step }) => step > 0),
  );

  /** Whether the run has trained on since the specimen was taken. */
  readonly behind = $derived.by(() => {
    const { specimen } = this;
    const run = this.lab.run;
    if (!specimen || !run) return false;
    return Math.max(0, ...run.variants.map(({ step }) => step)) > specimen.step;
  });

  /** Takes the current weights as the specimen. Training goes on meanwhile. */
  async look(): Promise<void> {
    const { run, runData } = this.lab;
    const turn = ++this.#turn;
    if (!run || !runData || !run.environment) return;
    this.failure = null;
    try {
      const trained = await Promise.all(
        run.variants.filter(({ step }) => step > 0).map(({ variant }) => run.checkpoint(variant)),
      );
      if (turn !== this.#turn) return;
      const checkpoints = trained.filter((checkpoint) => checkpoint !== null);
      if (checkpoints.length === 0) return;
      this.#show(
        new Specimen(
          run.experiment,
          runData.data,
          checkpoints,
          run.environment.backend,
          this.#staff,
        ),
      );
      this.#of = run;
    } catch (error) {
      if (turn === this.#turn) this.failure = reasonOf(error);
    }
  }

  /** Takes a specimen when a run ends, and drops the specimen once the lab has no run. */
  follow(): void {
    const { run, state } = this.lab;
    if (run !== this.#of && this.specimen && !run) this.#show(null);
    if (run && state === 'done') void this.look();
  }

  dispose(): void {
    this.#turn++;
    this.#show(null);
    this.lab.dispose();
  }

  #show(specimen: Specimen | null): void {
    this.specimen?.dispose();
    this.specimen = specimen;
  }
}
