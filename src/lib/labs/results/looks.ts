import type { StyleName } from '#lib/charts/styles.ts';
import type { NameKey, Quantity, StoredTable } from '#lib/tables/table.ts';

/** How each is drawn: what has a look elsewhere has it here, the others have that of their kin. */
export const styles: Record<NameKey, StyleName> = {
  single: 'single',
  dropout: 'dropout',
  subnetworks: 'subnetworks',
  'shared-subnetworks': 'shared-subnetworks',
  'full-ensemble': 'full-ensemble',
  'weight-decay': 'weight-decay',
  'input-noise': 'input-noise',
  'dropout-mean': 'arithmetic-mean',
  off: 'off',
  'arithmetic-mean': 'arithmetic-mean',
  'geometric-mean': 'geometric-mean',
  'early-stopping': 'single',
  'max-norm': 'single',
  'dropout-max-norm': 'dropout',
  'one-layer': 'one-subnetwork',
  'two-layers': 'geometric-mean',
};

/** The quantities of a table, in its order. */
export function quantitiesOf({ series }: StoredTable): Quantity[] {
  return [...new Set(series.map(({ quantity }) => quantity))];
}

/** Shares are shown in percent. */
export function formatOf(quantity: Quantity): 'percent' | 'number' {
  return quantity === 'test-error' || quantity === 'train-error' ? 'percent' : 'number';
}
