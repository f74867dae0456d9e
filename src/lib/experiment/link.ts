import type { Experiment } from './experiment.ts';
import { fields } from './fields.ts';
import { readLink, writeLink, type Link as AnyLink, type LinkedState } from '#lib/fields/link.ts';
import { preset, presetNames, type PresetName } from './presets.ts';

/** What a link to a lab that trains variants says. */
export interface Link extends Omit<AnyLink<Experiment>, 'state'> {
  experiment: Experiment;
}

const linked: LinkedState<Experiment, PresetName> = {
  fields,
  presetNames,
  preset,
  layers: ({ network }) => network.hidden.length,
  twice: 'first',
};
const DEFAULT_PRESET: PresetName = 'noisy-digits';

/** The experiment as a query without its `?`; `usual` is the page's own preset, which is not named. */
export function toLink(experiment: Experiment, usual: PresetName = DEFAULT_PRESET): string {
  return writeLink(linked, experiment, usual);
}

/** The experiment of a link; `usual` is the preset of a page whose link names none. Never throws. */
export function fromLink(
  query: string | URLSearchParams,
  usual: PresetName = DEFAULT_PRESET,
): Link {
  const { state: experiment, ...rest } = readLink(linked, query, usual);
  return { experiment, ...rest };
}
