import { createContext } from 'svelte';
import type { TheoryTexts } from '#lib/i18n/theory.ts';

/** The texts of the theory page; a getter, since the reader may switch the language. */
export const [useTheory, provideTheory] = createContext<{ readonly t: TheoryTexts }>();
