import type { SubnetworksTexts } from './en/subnetworks.ts';
import type { Language } from './language.ts';

const loaders: Record<Language, () => Promise<SubnetworksTexts>> = {
  en: async () => (await import('./en/subnetworks.ts')).subnetworks,
  zh: async () => (await import('./zh/subnetworks.ts')).subnetworks,
};

/** The texts of the page of the subnetworks, which no other page fetches. */
export function subnetworksTexts(language: Language): Promise<SubnetworksTexts> {
  return loaders[language]();
}
