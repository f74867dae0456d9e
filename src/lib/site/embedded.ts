import { withFlag } from '#lib/fields/page-parameters.ts';

/**
 * Keeps `embed=1` on the way: in a page that was opened with it, adds it to a link of the site that
 * is about to be followed in the same frame. For the page's `click`, before any other listener.
 */
export function keepEmbedded(event: MouseEvent): void {
  if (document.documentElement.dataset.embed === undefined) return;
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.rel === 'external' || (link.target !== '' && link.target !== '_self')) return;
  const url = new URL(link.href, location.href);
  const here = url.pathname === location.pathname && url.hash !== '';
  if (url.origin !== location.origin || here) return;
  url.search = withFlag(url.search, 'embed');
  link.href = url.href;
}
