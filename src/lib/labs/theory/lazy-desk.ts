import type { TheoryDesk } from '#lib/crew/ask/theorist.ts';
import { lazyFactory, part } from '#lib/crew/hire/part.ts';

/** The worker and what hires it, fetched when something is first computed. */
export async function lazyDesk(): Promise<TheoryDesk> {
  const [{ theoryDesk }, factory] = await Promise.all([
    part(import('#lib/crew/ask/theorist.ts')),
    lazyFactory(),
  ]);
  return theoryDesk(factory);
}
