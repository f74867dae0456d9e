/** Colours for canvases, which do not follow custom properties by themselves. */

/**
 * Calls `changed` when the page goes light or dark, by the system or by `data-theme`. Returns what
 * stops the watch.
 */
export function watchTheme(changed: () => void): () => void {
  const wish = matchMedia('(prefers-color-scheme: dark)');
  wish.addEventListener('change', changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    wish.removeEventListener('change', changed);
    observer.disconnect();
  };
}

/** Returns a reader of custom properties as they apply to `element`. */
export function readTokens(element: Element): (token: string) => string {
  const style = getComputedStyle(element);
  const known = new Map<string, string>();
  return (token) => {
    let value = known.get(token);
    if (value === undefined) known.set(token, (value = style.getPropertyValue(token).trim()));
    return value;
  };
}
