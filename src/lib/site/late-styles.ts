/**
 * Fetches once more the style sheets that did not come with a part of the page: a second `import()` brings
 * its scripts, but not those. Rejects with an Error where one fails again.
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
