import { boundary } from './boundary/boundary.ts';
import { boundaryDraws } from './boundary/draws.ts';
import { capacity } from './capacity/capacity.ts';
import { crowd } from './crowd/crowd.ts';
import { disputed } from './disputed/disputed.ts';
import { gain } from './gain/gain.ts';
import { scaling } from './scaling/scaling.ts';
import { subnetwork } from './subnetwork/subnetwork.ts';

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
