import { expect, test as base } from '@playwright/test';
import { watch } from './watch.ts';

/** A test that also fails where its pages log an error, throw, or ask another origin for anything. */
export const test = base.extend<{ problems: string[] }>({
  problems: [
    async ({ context, baseURL }, use) => {
      const problems = watch(context, new URL(baseURL!).origin);
      await use(problems);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});
