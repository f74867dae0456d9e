import type { Computing } from '#workers/stability/prober.ts';
import { reasonOf } from '#lib/crew/hire/reason.ts';
import type { Compute } from '#lib/experiment/stability/compute.ts';
import type { Dictionary } from '#lib/i18n/dictionary.ts';
import type { StabilityTexts } from '#lib/i18n/en/stability.ts';

/** Says why the page computes on another backend than the chosen one; null if it does not. */
export function insteadWords(
  { environment, instead }: Computing,
  { page }: StabilityTexts,
  { backend, reason }: Dictionary,
): string | null {
  if (!instead) return null;
  return page.instead(backend.name[environment.backend], reason(reasonOf(instead)));
}

/** Everything to say about where the page computes, one sentence per entry. */
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
