import type { Batch, Ensemble, StepSettings } from '../network/ensemble.ts';
import { layoutOf } from '../network/layout.ts';
import type { Divergence } from '#lib/protocol/protocol.ts';
import { diagnose } from '../reference/diagnose.ts';
import { masksOf } from '../reference/masks.ts';

/** Members whose loss is not finite and that have not been stopped. */
export function divergedMembers(losses: Float32Array, stopped: readonly Divergence[]): number[] {
  const known = new Set(stopped.map(({ member }) => member));
  const diverged: number[] = [];
  losses.forEach((loss, member) => {
    if (!Number.isFinite(loss) && !known.has(member)) diverged.push(member);
  });
  return diverged;
}

/**
 * Names the first number that was not finite: takes the step `step` of one member again in plain
 * float32 arithmetic, from the state that the ensemble is in (before that step). Where the weights it
 * begins with are already not finite, the step before made them so.
 */
export async function explain(
  ensemble: Ensemble,
  member: number,
  batch: Batch,
  step: number,
  settings: StepSettings,
): Promise<Divergence> {
  const { spec } = ensemble;
  const layout = layoutOf(spec.sizes, spec.members);
  const { parameters, moments } = await ensemble.read();
  const own = (numbers: Float32Array) =>
    numbers.subarray(member * layout.perMember, (member + 1) * layout.perMember);
  const state = {
    parameters: Float64Array.from(own(parameters)),
    moments: moments.map((moment) => Float64Array.from(own(moment))),
  };
  const masks = masksOf(spec.masks, settings.p, spec.sizes, member, step, batch.count);
  const found = diagnose(spec, state, batch, masks, step, settings);
  // On a backend with fewer bits a number can overflow that float32 still holds.
  if (!found)
    return { member, step, layer: spec.sizes.length - 1, operation: 'loss', value: 'NaN' };
  const began = found.operation === 'weights' && hasNonFinite(state.parameters);
  return { member, step: began ? Math.max(0, step - 1) : step, ...found };
}

function hasNonFinite(numbers: Float64Array): boolean {
  return numbers.some((x) => !Number.isFinite(x));
}
