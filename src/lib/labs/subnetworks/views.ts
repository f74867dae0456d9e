import type { Component } from 'svelte';
import type { SubnetworksTexts } from '#lib/i18n/en/subnetworks.ts';
import type { Specimen } from './specimen.ts';

/** The props of every view. A view belongs to one specimen: a new specimen makes a new view. */
export type ViewProps = {
  specimen: Specimen;
  text: SubnetworksTexts;
};

interface ViewEntry {
  /** Key of its texts, with a `title` and a `lead` that states its question. */
  id: Exclude<keyof SubnetworksTexts, 'page'>;
  /** Why this specimen has nothing to show in the view; empty if it has. */
  lacks: (specimen: Specimen, text: SubnetworksTexts) => string;
  /** Fetches the view's code. */
  fetch: () => Promise<{ default: Component<ViewProps> }>;
  /** Approximate height of the view in rem when first shown. */
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
