import type { Component } from 'svelte';
import type { SubnetworksTexts } from '#lib/i18n/en/subnetworks.ts';
import type { Specimen } from './specimen.ts';

/** What every view gets. A view belongs to one specimen: for another one it is made anew. */
export type ViewProps = {
  specimen: Specimen;
  text: SubnetworksTexts;
};

interface ViewEntry {
  /** Where its texts stand: each has a `title`, and a `lead` that says what it asks. */
  id: Exclude<keyof SubnetworksTexts, 'page'>;
  /** Why this specimen has nothing to show there; empty where it has. */
  lacks: (specimen: Specimen, text: SubnetworksTexts) => string;
  /** Fetches its program. */
  fetch: () => Promise<{ default: Component<ViewProps> }>;
  /** About how high it is when it is first shown, in rem. */
  height: number;
}

const nothing = () => '';
const noDropout = ({ masked }: Specimen, { page }: SubnetworksTexts) =>
  masked ? '' : page.noDropout;

/** The views of the page, in their order: one folder each. */
export const views: readonly ViewEntry[] = [
  {
    id: 'thinned',
    lacks: noDropout,
    fetch: () => import('./thinned/ThinnedView.svelte'),
    height: 54,
  },
  {
    id: 'boundary',
    lacks: nothing,
    fetch: () => import('./boundary/BoundaryView.svelte'),
    height: 85,
  },
  {
    id: 'crowd',
    lacks: (specimen, text) =>
      noDropout(specimen, text) || (specimen.droppable > 0 ? '' : text.crowd.one),
    fetch: () => import('./crowd/CrowdView.svelte'),
    height: 36,
  },
  { id: 'gain', lacks: nothing, fetch: () => import('./gain/GainView.svelte'), height: 39 },
  {
    id: 'scaling',
    lacks: nothing,
    fetch: () => import('./scaling/ScalingView.svelte'),
    height: 62,
  },
  {
    id: 'capacity',
    lacks: nothing,
    fetch: () => import('./capacity/CapacityView.svelte'),
    height: 40,
  },
];
