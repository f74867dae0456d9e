import type { VariantRun } from '#lib/crew/run/types.ts';

/** How far a run is. */
export interface WholeProgress {
  /** Share of all steps of all variants that are done. */
  share: number;
  /** Seconds until the slowest variant is done; NaN while any is unknown. */
  secondsLeft: number;
}

/** The progress of all variants together. One that failed will do no more, so it counts as done. */
export function wholeProgress(variants: readonly VariantRun[]): WholeProgress {
  let done = 0;
  let all = 0;
  let secondsLeft = 0;
  for (const variant of variants) {
    const ended = variant.status === 'failed' || variant.status === 'done';
    all += variant.steps;
    done += ended ? variant.steps : variant.step;
    if (ended) continue;
    secondsLeft = Number.isNaN(variant.secondsLeft)
      ? NaN
      : Math.max(secondsLeft, variant.secondsLeft);
  }
  return { share: all === 0 ? 0 : done / all, secondsLeft };
}
