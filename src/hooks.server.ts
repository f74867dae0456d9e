import type { Handle } from '@sveltejs/kit/hooks';

const tags = { en: 'en', zh: 'zh-Hans' };

/** Writes the page's language into `<html lang>`, so that the prerendered file is right without script. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%lang%', event.params.lang === 'zh' ? tags.zh : tags.en),
  });
