import type { SubnetworksTexts } from './en/subnetworks.ts';
import { loaded } from './loaded.ts';

/** The texts of the page of the subnetworks, which no other page fetches. */
export const subnetworksTexts = loaded<SubnetworksTexts>({
  en: () => import('./en/subnetworks/index.ts'),
  zh: () => import('./zh/subnetworks/index.ts'),
});
