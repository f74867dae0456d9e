import { fault } from './reason.ts';
import { plainError } from '#lib/experiment/plain-error.ts';
import type { Factory } from './staff.ts';

/**
 * A part of the page that is fetched when it is first needed: `part(import('…'))`. Rejects with an error
 * of kind `not-loaded` where it cannot be fetched (offline, or another version was published) or throws
 * while it starts.
 */
export async function part<T>(coming: Promise<T>): Promise<T> {
  try {
    return await coming;
  } catch (error) {
    throw fault('not-loaded', plainError(error).message);
  }
}

/** What opens workers in a page, fetched when the first one is needed. */
export async function lazyFactory(): Promise<Factory> {
  return (await part(import('./factory.ts'))).pageFactory();
}
