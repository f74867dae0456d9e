import type { Staff } from './staff.ts';

/** The crew, fetched when it is first needed: the page is there before it. */
export function lazyStaff(): Staff {
  const factory = async () => (await import('../crew/factory.ts')).pageFactory();
  return {
    async run(experiment, data) {
      const [{ Run }, hire] = await Promise.all([import('../crew/run.svelte.ts'), factory()]);
      return new Run(experiment, data, hire);
    },
    async build(experiment, files, signal) {
      const [{ buildDataSet }, hire] = await Promise.all([
        import('../crew/librarian.ts'),
        factory(),
      ]);
      return buildDataSet(experiment, files, hire, signal);
    },
    async identify(files) {
      const [{ identify }, hire] = await Promise.all([import('../crew/librarian.ts'), factory()]);
      return identify(files, hire);
    },
  };
}
