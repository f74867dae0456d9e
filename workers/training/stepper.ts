import type { Checkpoint, Divergence } from '#lib/protocol/protocol.ts';
import type { Ensemble, StepSettings } from '../network/ensemble.ts';
import type { Batches } from './batches.ts';
import { divergedMembers, explain } from './divergence.ts';
import { speedOf } from './speed.ts';

/** Takes the steps of an ensemble, slice by slice, and stops members whose numbers are not finite. */
export interface Stepper {
  /** Steps taken. */
  readonly step: number;
  /** The first number that was not finite of each stopped member, in the order of stopping. */
  readonly divergences: readonly Divergence[];
  isStopped(member: number): boolean;
  everyoneStopped(): boolean;
  /** Trains up to step `target` and no longer than a slice. `check` throws where the device was lost. */
  slice(target: number, check: () => void): Promise<void>;
  /** Steps per second of training alone, over about the last second; 0 before any step. */
  stepsPerSecond(): number;
}

/**
 * Steps of `ensemble` on `batches`, from the beginning or from a checkpoint; `settings` gives those
 * of one step.
 */
export function stepperOf(
  ensemble: Ensemble,
  batches: Batches,
  settings: (step: number) => StepSettings,
  checkpoint?: Checkpoint,
): Stepper {
  const divergences: Divergence[] = [];
  const speed = speedOf();
  let step = 0;
  if (checkpoint) {
    step = checkpoint.step;
    ensemble.write(checkpoint);
    for (const divergence of checkpoint.stopped) stop(divergence);
  }
  const everyoneStopped = () => divergences.length === ensemble.spec.members;

  function stop(divergence: Divergence): void {
    divergences.push(divergence);
    ensemble.stop(divergence.member);
  }

  function takeStep(): void {
    ensemble.step(batches.at(step), step, settings(step));
    step++;
  }

  /** Takes the steps of the last slice again, one by one, and stops a member before its bad step. */
  async function stopDiverged(first: number, last: number): Promise<void> {
    ensemble.rollback();
    step = first;
    while (step < last) {
      ensemble.mark();
      takeStep();
      const diverged = divergedMembers(await ensemble.losses(), divergences);
      if (diverged.length === 0) continue;
      ensemble.rollback();
      step--;
      for (const member of diverged) {
        stop(await explain(ensemble, member, batches.at(step), step, settings(step)));
      }
      if (everyoneStopped()) return;
    }
  }

  return {
    get step() {
      return step;
    },
    divergences,
    isStopped: (member) => divergences.some((divergence) => divergence.member === member),
    everyoneStopped,
    async slice(target, check) {
      const first = step;
      const last = Math.min(target, step + speed.stepsPerSlice());
      const start = performance.now();
      ensemble.mark();
      while (step < last) takeStep();
      const losses = await ensemble.losses();
      check();
      speed.took(last - first, performance.now() - start);
      if (divergedMembers(losses, divergences).length > 0) await stopDiverged(first, last);
    },
    stepsPerSecond: speed.stepsPerSecond,
  };
}
