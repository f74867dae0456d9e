import type { SubnetworksTexts } from '../en/subnetworks.ts';
import { boundary } from './subnetworks/boundary.ts';
import { capacity } from './subnetworks/capacity.ts';
import { crowd } from './subnetworks/crowd.ts';
import { gain } from './subnetworks/gain.ts';
import { page } from './subnetworks/page.ts';
import { scaling } from './subnetworks/scaling.ts';
import { thinned } from './subnetworks/thinned.ts';

/** The page of the subnetworks: its frame, and a file for each of its views. */
export const subnetworks: SubnetworksTexts = {
  page,
  thinned,
  boundary,
  crowd,
  gain,
  scaling,
  capacity,
};
