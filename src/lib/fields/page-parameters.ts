import type { Range } from './ranges.ts';

/**
 * Parameters of an address that belong to no field. `preset` names the state that the others differ
 * from. `run=1`: what the link names starts by itself. `embed=1`: the lab stands alone, without the
 * site around it; `static/early.js` heeds that before the first paint.
 */
const flags = ['run', 'embed'] as const;
type Flag = (typeof flags)[number];

/** What each parameter of the page takes, given the names of the presets. */
export function pageParameters(presetNames: readonly string[]): Record<'preset' | Flag, Range> {
  const onOff = { kind: 'choice', of: ['0', '1'] } as const;
  return { preset: { kind: 'choice', of: presetNames }, run: onOff, embed: onOff };
}

/** The query, with its `?`, with `flag` set, unless it already mentions the flag. */
export function withFlag(query: string, flag: Flag): string {
  if (new URLSearchParams(query).has(flag)) return query;
  // Written by hand: a link reads better with its commas than with %2C.
  return `${query === '' ? '?' : `${query}&`}${flag}=1`;
}

/** The flags that a query sets, as they stand in it. */
export function flagsIn(query: string): string[] {
  const given = new URLSearchParams(query);
  return flags.filter((flag) => given.get(flag) === '1').map((flag) => `${flag}=1`);
}
