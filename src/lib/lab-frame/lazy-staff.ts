import type { Staff } from './staff.ts';
import { lazyFactory, part } from '#lib/crew/hire/part.ts';

/** The crew, fetched when it is first needed: the page is there before it. */
export function lazyStaff(): Staff {
  return {
    async run(experiment, data) {
      const [{ Run }, hire] = await Promise.all([
        part(import('#lib/crew/run/run.svelte.ts')),
        lazyFactory(),
      ]);
      return new Run(experiment, data, hire);
    },
    async build(experiment, files, signal) {
      const [{ buildDataSet }, hire] = await Promise.all([
        part(import('#lib/crew/ask/librarian.ts')),
        lazyFactory(),
      ]);
      return buildDataSet(experiment, files, hire, signal);
    },
    async identify(files) {
      const [{ identify }, hire] = await Promise.all([
        part(import('#lib/crew/ask/librarian.ts')),
        lazyFactory(),
      ]);
      return identify(files, hire);
    },
  };
}
