import { boundary } from './subnetworks/boundary.ts';
import { gain } from './subnetworks/gain.ts';
import { page } from './subnetworks/page.ts';

/** The page of the subnetworks: its frame, and a file for each of its views. */
export const subnetworks = { page, boundary, gain };
export type SubnetworksTexts = typeof subnetworks;
