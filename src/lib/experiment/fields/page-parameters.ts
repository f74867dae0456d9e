import { choice, type Range } from './ranges.ts';

/**
 * Parameters of an address that are no field. `preset` names the state that the others differ from.
 * `run=1`: what the link names starts by itself. `embed=1`: the lab stands alone, without the site around
 * it; `static/early.js` heeds that before the first paint.
 */
export const flags = ['run', 'embed'] as const;
export type Flag = (typeof flags)[number];

/** What each of them takes, where these are the presets. */
export function pageParameters(presetNames: readonly string[]): Record<'preset' | Flag, Range> {
  const onOff = choice(['0', '1']);
  return { preset: { kind: 'choice', of: presetNames }, run: onOff, embed: onOff };
}

/** The flags that a query sets, as they stand in it. */
export function flagsIn(query: string): string[] {
  const given = new URLSearchParams(query);
  return flags.filter((flag) => given.get(flag) === '1').map((flag) => `${flag}=1`);
}
