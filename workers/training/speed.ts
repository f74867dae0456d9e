import { slice } from '../pace.ts';

/** How fast the steps of a training go, and how many of them fill a slice. */
export interface Speed {
  /** Steps to take before the next look for messages. */
  stepsPerSlice(): number;
  /** Learns that `steps` steps took `milliseconds`. */
  took(steps: number, milliseconds: number): void;
  /** Steps per second of training alone, over about the last second; 0 before any step. */
  stepsPerSecond(): number;
}

export function speedOf(): Speed {
  let perStep = Number.NaN;
  return {
    stepsPerSlice: () =>
      Number.isNaN(perStep) ? 1 : Math.max(1, Math.min(1000, Math.floor(slice / perStep))),
    took(steps, milliseconds) {
      const measured = milliseconds / steps;
      const weight = Math.min(0.5, milliseconds / 1000);
      if (Number.isNaN(perStep)) perStep = measured;
      // A step that takes hundreds of times as long was a machine asleep, not a slow step.
      else if (measured < 200 * perStep) perStep += weight * (measured - perStep);
    },
    stepsPerSecond: () => (perStep > 0 ? 1000 / perStep : 0),
  };
}
