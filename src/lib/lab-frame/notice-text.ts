import type { Notice } from '#lib/crew/run/types.ts';
import type { Dictionary } from '#lib/i18n/dictionary.ts';

/** A notice of a run as a sentence. */
export function noticeText({ notices, backend, reason }: Dictionary, notice: Notice): string {
  const name = (key: string) => (backend.name as Record<string, string>)[key] ?? key;
  switch (notice.kind) {
    case 'backend-fallback':
      return notices[notice.kind](name(notice.from), name(notice.to), reason(notice.reason));
    case 'context-lost':
      return notices[notice.kind](notice.variant, notice.step, name(notice.to));
    case 'worker-replaced':
      return notices[notice.kind](
        notice.variant,
        notice.step,
        reason(notice.reason),
        notice.attempt,
      );
    case 'variant-failed':
      return notices[notice.kind](notice.variant, reason(notice.reason));
    case 'diverged':
      return notices[notice.kind](notice.variant, notice.divergence);
    case 'slowed':
    case 'half-precision':
      return notices[notice.kind];
  }
}
