import { boundary } from './boundary.ts';
import { boundaryDraws } from './boundary-draws.ts';
import { capacity } from './capacity.ts';
import { crowd } from './crowd.ts';
import { gain } from './gain.ts';
import { scaling } from './scaling.ts';
import { subnetwork } from './subnetwork.ts';
import { undecided } from './undecided.ts';

/** Everything that can be asked of a study, by name: one file each. */
export const questions = {
  boundary,
  boundaryDraws,
  capacity,
  crowd,
  gain,
  scaling,
  subnetwork,
  undecided,
} as const;
