import type { StyleName } from '#lib/charts/styles.ts';
import type { NameKey, Quantity, StoredTable } from '#lib/tables/table.ts';

/** The style of each name: the one it has in the lab, or that of the most similar variant. */
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

/** The format of a quantity: errors are shares and are shown in percent. */
export function formatOf(quantity: Quantity): 'percent' | 'number' {
  return quantity === 'test-error' || quantity === 'train-error' ? 'percent' : 'number';
}
