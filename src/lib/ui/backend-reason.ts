import type { RunView } from '../crew/types.ts';

export type BackendReason = 'hardware' | 'software' | 'noGpu' | 'last' | 'asked' | 'fastest';

/** Why a run computes where it does. */
export function backendReason({ experiment, environment }: RunView): BackendReason {
  const asked = experiment.backend;
  if (asked === 'auto') return 'fastest';
  if (environment?.backend === 'webgl') return environment.hardware ? 'hardware' : 'software';
  if (environment?.backend === asked) return 'asked';
  return environment?.backend === 'cpu' ? 'last' : 'noGpu';
}
