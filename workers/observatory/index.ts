import { subnetwork } from './subnetwork.ts';

/** Everything that can be asked of a study, by name: one file each. */
export const questions = { subnetwork } as const;
