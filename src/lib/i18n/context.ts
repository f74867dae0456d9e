import { createContext } from 'svelte';
import type { Dictionary } from './dictionary.ts';
import type { Language } from './language.ts';

/** The language of the page and its texts; getters, since the reader may switch. */
export interface Texts {
  readonly language: Language;
  readonly t: Dictionary;
}

/** `useTexts` in a component; `provideTexts` in the layout. */
export const [useTexts, provideTexts] = createContext<Texts>();
