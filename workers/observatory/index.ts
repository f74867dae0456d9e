import { boundary } from './boundary.ts';
import { boundaryDraws } from './boundary-draws.ts';
import { capacity } from './capacity.ts';
import { crowd } from './crowd.ts';
import { disputed } from './disputed.ts';
import { gain } from './gain.ts';
import { scaling } from './scaling.ts';
import { subnetwork } from './subnetwork.ts';

/** Everything that can be asked of a study, by name: one file each. */
export const questions = {
  boundary,
  boundaryDraws,
  capacity,
  crowd,
  disputed,
  gain,
  scaling,
  subnetwork,
} as const;
