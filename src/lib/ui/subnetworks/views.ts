import type { Component } from 'svelte';
import type { SubnetworksTexts } from '../../i18n/en/subnetworks.ts';
import type { Specimen } from './specimen.ts';

/** What every view gets. */
export interface ViewProps {
  /** Of its heading. */
  id: string;
  specimen: Specimen;
  text: SubnetworksTexts;
}

interface ViewEntry {
  id: string;
  title: (text: SubnetworksTexts) => string;
  View: Component<ViewProps>;
}

/** The views of the page, in their order: one folder each. */
export const views: readonly ViewEntry[] = [];
