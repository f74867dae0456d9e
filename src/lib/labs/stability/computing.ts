import type { Computing } from '#workers/stability/prober.ts';
import { reasonOf } from '#lib/crew/hire/reason.ts';
import type { Compute } from '#lib/experiment/stability/compute.ts';
import type { Dictionary } from '#lib/i18n/dictionary.ts';
import type { StabilityTexts } from '#lib/i18n/en/stability.ts';

/** Why the page does not compute where it was asked to, in a sentence; null where it does. */
export function insteadWords(
  { environment, instead }: Computing,
  { page }: StabilityTexts,
  { backend, reason }: Dictionary,
): string | null {
  if (!instead) return null;
  return page.instead(backend.name[environment.backend], reason(reasonOf(instead)));
}

/** All there is to say about where the page computes, a sentence each. */
export function computingWords(
  computing: Computing,
  asked: Compute['backend'],
  text: StabilityTexts,
  t: Dictionary,
): string[] {
  const { backend, hardware } = computing.environment;
  const { why } = t.backend;
  const plain = () => {
    if (backend === 'webgl') return hardware ? text.page.gpu : why.software;
    if (backend === 'cpu' && asked !== 'cpu') return why.last;
    return asked === 'auto' ? text.page.automatic : why.asked;
  };
  return [insteadWords(computing, text, t) ?? plain(), text.page.otherPrecisions];
}
