import type { Component } from 'svelte';
import type { StabilityGroup } from '#lib/experiment/stability/fields.ts';
import type { StabilityView } from '#lib/experiment/stability/state.ts';
import type { StabilityTexts } from '#lib/i18n/en/stability.ts';
import type { StabilityLab } from './stability-lab.svelte.ts';

/** The props of every view. */
export interface StabilityViewProps {
  lab: StabilityLab;
  text: StabilityTexts;
}

export interface ViewEntry {
  id: StabilityView;
  /** The groups of settings that the view depends on. */
  groups: readonly StabilityGroup[];
  /** Least height of the view in rem, reserved while its code is fetched. */
  height: number;
  /** Fetches the view's code, and only for a view that is shown. */
  load: () => Promise<{ default: Component<StabilityViewProps> }>;
}

/** The views of the page, in their order: one folder each. */
export const stabilityViewEntries: readonly ViewEntry[] = [
  {
    id: 'products',
    groups: ['products'],
    height: 60,
    load: () => import('./products/ProductsView.svelte'),
  },
  { id: 'sums', groups: ['sums'], height: 52, load: () => import('./sums/SumsView.svelte') },
  {
    id: 'matrices',
    groups: ['matrices'],
    height: 64,
    load: () => import('./matrices/MatricesView.svelte'),
  },
  {
    id: 'taylor',
    groups: ['taylor', 'stack', 'inputs', 'compute'],
    height: 60,
    load: () => import('./taylor/TaylorView.svelte'),
  },
  {
    id: 'signals',
    groups: ['stack', 'inputs', 'compute'],
    height: 75,
    load: () => import('./signals/SignalsView.svelte'),
  },
  {
    id: 'recurrence',
    groups: ['recurrence'],
    height: 45,
    load: () => import('./recurrence/RecurrenceView.svelte'),
  },
  {
    id: 'learning',
    groups: ['training', 'cure', 'stack', 'compute'],
    height: 45,
    load: () => import('./learning/LearningView.svelte'),
  },
  {
    id: 'grid',
    groups: ['grid', 'training', 'cure', 'stack', 'compute'],
    height: 40,
    load: () => import('./grid/GridView.svelte'),
  },
];
