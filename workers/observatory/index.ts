import { boundary } from './boundary.ts';
import { boundaryDraws } from './boundary-draws.ts';
import { crowd } from './crowd.ts';
import { subnetwork } from './subnetwork.ts';
import { undecided } from './undecided.ts';

/** Everything that can be asked of a study, by name: one file each. */
export const questions = { boundary, boundaryDraws, subnetwork, undecided, crowd } as const;
