import type { Component } from 'svelte';
import type { SubnetworksTexts } from '#lib/i18n/en/subnetworks.ts';
import BoundaryView from './boundary/BoundaryView.svelte';
import CrowdView from './crowd/CrowdView.svelte';
import GainView from './gain/GainView.svelte';
import ScalingView from './scaling/ScalingView.svelte';
import ThinnedView from './thinned/ThinnedView.svelte';
import CapacityView from './capacity/CapacityView.svelte';
import type { Specimen } from './specimen.ts';

/** What every view gets. */
export interface ViewProps {
  /** Of its heading. */
  id: string;
  specimen: Specimen;
  text: SubnetworksTexts;
}

interface ViewEntry {
  /** Where its texts stand: each has a `title`, and a `lead` that says what it asks. */
  id: Exclude<keyof SubnetworksTexts, 'page'>;
  View: Component<ViewProps>;
}

/** The views of the page, in their order: one folder each. `{ id: 'thinned', View: ThinnedView }` */
export const views: readonly ViewEntry[] = [
  { id: 'thinned', View: ThinnedView },
  { id: 'boundary', View: BoundaryView },
  { id: 'crowd', View: CrowdView },
  { id: 'gain', View: GainView },
  { id: 'scaling', View: ScalingView },
  { id: 'capacity', View: CapacityView },
];
