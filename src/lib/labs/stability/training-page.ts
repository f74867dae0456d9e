import type { ProberDesk } from '#lib/crew/ask/prober.ts';
import type { Course } from '#lib/experiment/stability/changes.ts';
import type { StabilityState } from '#lib/experiment/stability/state.ts';
import type { ProberStaff } from './prober-staff.ts';

/** What a training needs of the page that shows it. */
export interface TrainingPage {
  readonly staff: ProberStaff;
  readonly state: StabilityState;
  /** Has the state hold another course of its training. */
  take(course: Course): void;
  /** Another worker. */
  hire(): Promise<ProberDesk>;
  /** The page's own worker. */
  desk(): Promise<ProberDesk>;
}
