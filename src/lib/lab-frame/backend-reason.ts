import type { RunView } from '#lib/crew/run/types.ts';
import type { Dictionary } from '#lib/i18n/dictionary.ts';

type BackendReason = 'hardware' | 'software' | 'noGpu' | 'last' | 'asked' | 'fastest';

/** Why a run computes where it does. */
function backendReason({ experiment, environment }: RunView): BackendReason {
  const asked = experiment.backend;
  if (asked === 'auto') return 'fastest';
  if (environment?.backend === 'webgl') return environment.hardware ? 'hardware' : 'software';
  if (environment?.backend === asked) return 'asked';
  return environment?.backend === 'cpu' ? 'last' : 'noGpu';
}

/** All there is to say about where a run computes: why, what could not be had, how fast each was. */
export function backendWords(run: RunView, { backend: t, reason }: Dictionary): string[] {
  return [
    t.why[backendReason(run)],
    ...run.notices.flatMap((notice) =>
      notice.kind === 'backend-fallback' ? [reason(notice.reason)] : [],
    ),
    ...(run.environment?.floatBits === 16 ? [t.half] : []),
    ...run.timings.map(({ backend, millisecondsPerStep }) =>
      t.measured(t.name[backend], millisecondsPerStep),
    ),
  ];
}
