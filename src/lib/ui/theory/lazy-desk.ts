import type { TheoryDesk } from '../../crew/theorist.ts';

/** The worker and what hires it, fetched when something is first computed. */
export async function lazyDesk(): Promise<TheoryDesk> {
  const [{ theoryDesk }, { pageFactory }] = await Promise.all([
    import('../../crew/theorist.ts'),
    import('../../crew/factory.ts'),
  ]);
  return theoryDesk(pageFactory());
}
