import { tableIds, type StoredTable } from '#lib/tables/table.ts';

const files = import.meta.glob<StoredTable>('../../tables/stored/*.json', {
  eager: true,
  import: 'default',
});

/** The stored tables in the order of `tableIds`; tables not computed yet are left out. */
export const storedTables: StoredTable[] = tableIds.flatMap((id) =>
  Object.values(files).filter((table) => table.id === id),
);
