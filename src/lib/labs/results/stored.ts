import { tableIds, type StoredTable } from '#lib/tables/table.ts';

const files = import.meta.glob<StoredTable>('../../tables/stored/*.json', {
  eager: true,
  import: 'default',
});

/** The tables that are stored, in their order. One that was not computed yet is left out. */
export const storedTables: StoredTable[] = tableIds.flatMap((id) =>
  Object.values(files).filter((table) => table.id === id),
);
