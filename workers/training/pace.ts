/** Milliseconds that a worker computes before it looks for messages. */
const slice = 30;

/** How fast steps go, and how many to take before looking for messages. */
export interface Pace {
  /** Steps to take before the next look. */
  steps(): number;
  took(steps: number, milliseconds: number): void;
  /** Of training alone, over about the last second; 0 before any step. */
  stepsPerSecond(): number;
}

export function paceOf(): Pace {
  let perStep = Number.NaN;
  return {
    steps: () =>
      Number.isNaN(perStep) ? 1 : Math.max(1, Math.min(1000, Math.floor(slice / perStep))),
    took(steps, milliseconds) {
      // A step that takes hundreds of times as long was a machine asleep, not a slow step.
      const measured = milliseconds / steps;
      const weight = Number.isNaN(perStep) ? 1 : Math.min(0.5, milliseconds / 1000);
      if (Number.isNaN(perStep)) perStep = measured;
      else if (measured < 200 * perStep) perStep += weight * (measured - perStep);
    },
    stepsPerSecond: () => (perStep > 0 ? 1000 / perStep : 0),
  };
}
