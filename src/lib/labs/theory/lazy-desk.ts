import type { TheoryDesk } from '#lib/crew/ask/theorist.ts';
import { lazyFactory, part } from '#lib/crew/hire/part.ts';

/** Opens the theory worker. Its code is fetched only when something is first computed. */
export async function lazyDesk(): Promise<TheoryDesk> {
  const [{ theoryDesk }, factory] = await Promise.all([
    part(import('#lib/crew/ask/theorist.ts')),
    lazyFactory(),
  ]);
  return theoryDesk(factory);
}
