/** The texts of this page in English: the shape that the other languages fill. */
export type SubnetworksTexts = typeof import('./subnetworks/index.ts');
