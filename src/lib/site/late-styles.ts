/**
 * Fetches again the style sheets that failed to load with a part of the page: a second `import()`
 * fetches scripts again, but not style sheets. Rejects with an Error if one fails again.
 */
export async function lateStyles(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  await Promise.all(links.filter(({ sheet }) => sheet === null).map(fetchedAgain));
}

function fetchedAgain(link: HTMLLinkElement): Promise<void> {
  const again = link.cloneNode() as HTMLLinkElement;
  return new Promise((resolve, reject) => {
    again.onload = () => resolve();
    again.onerror = () => reject(new Error(`No styles at ${again.href}`));
    link.replaceWith(again);
  });
}
