/** The live curves have about this many points, so that measuring them costs less than training. */
const points = 40;

/**
 * The steps after which a point of the live curves is measured: 0, then whole epochs (or even parts of
 * one, where a run has few epochs), and the last.
 */
export function isMeasured(step: number, steps: number, stepsPerEpoch: number): boolean {
  return step === 0 || step === steps || step % interval(steps, stepsPerEpoch) === 0;
}

/** Steps from one point to the next. */
export function interval(steps: number, stepsPerEpoch: number): number {
  const wanted = Math.max(1, Math.round(steps / points));
  if (wanted < stepsPerEpoch) return wanted;
  return Math.round(wanted / stepsPerEpoch) * stepsPerEpoch;
}
