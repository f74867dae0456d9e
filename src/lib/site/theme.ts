/** The reader's colours. `static/early.js` reads the same key before the first paint. */
export type Theme = 'light' | 'dark';

const KEY = 'dropout-lab:theme';

/** What is shown now: the reader's choice, else the system's. */
export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Chooses for this page, and for later ones where the browser lets a page remember. */
export function setTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be forbidden; the choice then holds for this page.
  }
}
