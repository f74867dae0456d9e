import { page } from './subnetworks/page.ts';

/** The page of the subnetworks: its frame, and a file for each of its views. */
export const subnetworks = { page };
export type SubnetworksTexts = typeof subnetworks;
