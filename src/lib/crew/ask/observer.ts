import type { Observer, StudyQuestions } from '#workers/observatory/observer.ts';
import type { StudyJob } from '#workers/observatory/study.ts';
import { deskOf, type Desk } from '../hire/desk.ts';
import { limits } from '../hire/limits.ts';
import type { Factory } from '../hire/staff.ts';

/** Who answers questions about what was trained. */
export type ObserverDesk = Desk<StudyQuestions>;

/** A desk whose worker holds `study`. */
export function observerDesk(study: Omit<StudyJob, 'wasmPaths'>, factory: Factory): ObserverDesk {
  const job = { ...study, wasmPaths: factory.wasmPaths };
  return deskOf<StudyQuestions, Observer>(
    () => factory.observer(),
    (hand) => hand.call((observer) => observer.hold(job), limits.prepare),
  );
}
