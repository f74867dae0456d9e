/** Parameters of the address that are no part of the experiment and stay as they came. */
const kept = ['run', 'embed'];

/** The query of the page, with its `?`, for an experiment and the query of before. */
export function pageQuery(experiment: string, before: string): string {
  const old = new URLSearchParams(before);
  const flags = kept.filter((name) => old.get(name) === '1').map((name) => `${name}=1`);
  const query = [experiment, ...flags].filter((part) => part !== '').join('&');
  return query === '' ? '' : `?${query}`;
}
