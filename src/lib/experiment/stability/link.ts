import { readLink, writeLink, type Link, type LinkedState } from '#lib/fields/link.ts';
import { changesField, stabilityFields } from './fields.ts';
import { stabilityPreset, stabilityPresetNames, type StabilityPresetName } from './presets.ts';
import type { StabilityState } from './state.ts';

const linked: LinkedState<StabilityState, StabilityPresetName> = {
  fields: [...stabilityFields, changesField],
  presetNames: stabilityPresetNames,
  preset: stabilityPreset,
  layers: () => 0,
  twice: 'first-that-makes-sense',
};
const [usual] = stabilityPresetNames;

/** The state as a query without its `?`; with `named`, even the usual preset is named. */
export function toStabilityLink(state: StabilityState, named = false): string {
  return writeLink(linked, state, usual, named);
}

/** The state of a link to the stability page. Never throws. */
export function fromStabilityLink(query: string | URLSearchParams): Link<StabilityState> {
  return readLink(linked, query, usual);
}
