import type { Component } from 'svelte';
import type { StabilityGroup } from '#lib/experiment/stability/fields.ts';
import type { StabilityView } from '#lib/experiment/stability/state.ts';
import type { StabilityTexts } from '#lib/i18n/en/stability.ts';
import GridView from './grid/GridView.svelte';
import LearningView from './learning/LearningView.svelte';
import MatricesView from './matrices/MatricesView.svelte';
import SumsView from './sums/SumsView.svelte';
import TaylorView from './taylor/TaylorView.svelte';
import ProductsView from './products/ProductsView.svelte';
import RecurrenceView from './recurrence/RecurrenceView.svelte';
import SignalsView from './signals/SignalsView.svelte';
import type { StabilityLab } from './stability-lab.svelte.ts';

/** What every view gets. */
export interface StabilityViewProps {
  lab: StabilityLab;
  text: StabilityTexts;
}

interface ViewEntry {
  id: StabilityView;
  /** The groups of fields that decide what it shows. */
  groups: readonly StabilityGroup[];
  View: Component<StabilityViewProps>;
}

/** The views of the page, in their order: one folder each. `{ id: 'signals', groups: ['stack', 'inputs'], View: SignalsView }` */
export const stabilityViewEntries: readonly ViewEntry[] = [
  { id: 'products', groups: ['products'], View: ProductsView },
  { id: 'sums', groups: ['sums'], View: SumsView },
  { id: 'matrices', groups: ['matrices'], View: MatricesView },
  { id: 'taylor', groups: ['taylor', 'stack', 'inputs', 'compute'], View: TaylorView },
  { id: 'signals', groups: ['stack', 'inputs', 'compute'], View: SignalsView },
  { id: 'recurrence', groups: ['recurrence'], View: RecurrenceView },
  { id: 'learning', groups: ['training', 'cure', 'stack', 'compute'], View: LearningView },
  { id: 'grid', groups: ['grid', 'training', 'cure', 'stack', 'compute'], View: GridView },
];
