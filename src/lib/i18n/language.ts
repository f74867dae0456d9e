/** The languages of the site, as they stand in its addresses. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** BCP 47 tags, for `lang`, `hreflang` and Intl. */
export const tags: Record<Language, string> = { en: 'en', zh: 'zh-Hans' };

/** What each language calls itself. */
export const ownNames: Record<Language, string> = { en: 'English', zh: '简体中文' };
