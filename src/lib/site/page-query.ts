import { flagsIn } from '#lib/fields/page-parameters.ts';

/** The query of the page, with its `?`, for an experiment; the flags of the query `before` stay. */
export function pageQuery(experiment: string, before: string): string {
  const query = [experiment, ...flagsIn(before)].filter((part) => part !== '').join('&');
  return query === '' ? '' : `?${query}`;
}
