import { afterNavigate, goto } from '$app/navigation';
import { navigating } from '$app/state';
import { onMount } from 'svelte';
import { pageQuery } from './page-query.ts';

/** What holds the state that the link of a page describes. */
interface Linked {
  readonly query: string;
  open(query: string): unknown;
}

/**
 * Opens the page's link in a lab, and keeps the address holding the experiment as it stands, so that
 * it can be copied at any moment. Called while a page's component is set up.
 */
export function linkedPage(lab: Linked, dispose: () => void): void {
  let opened = $state(false);

  onMount(() => {
    void lab.open(location.search);
    opened = true;
    return dispose;
  });

  function write(query: string) {
    const next = pageQuery(query, location.search);
    if (next !== location.search)
      void goto(`${location.pathname}${next}`, { replace: true, shallow: true });
  }

  $effect(() => {
    const { query } = lab;
    if (!opened) return;
    const timer = setTimeout(() => {
      // Writing the address now would cancel a navigation to another page.
      if (navigating.to === null) write(query);
    }, 150);
    return () => clearTimeout(timer);
  });

  // A link to the page that is already open: if it names an experiment, that is opened; if it names
  // none, as in the header, what is in use stays.
  afterNavigate(({ type }) => {
    if (!opened || (type !== 'link' && type !== 'goto')) return;
    const named = pageQuery('', location.search) !== location.search;
    if (type === 'link' && named) void lab.open(location.search);
    else write(lab.query);
  });
}
