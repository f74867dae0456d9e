// A Vite plugin that fails the build where a chunk imports an entry that is started by its address, a
// worker's or the page's own: WebKit evaluates such an entry a second time, and the second instance
// answers without state.

/** The page's own entries; SvelteKit's other ones are only ever imported. */
const started = /\/entry\/(start|app)\.[^/]*$/;

/**
 * The imports that must not be.
 *
 * @param {{ fileName: string, isEntry: boolean, imports: string[], dynamicImports: string[] }[]} chunks
 * @param {(chunk: { fileName: string, isEntry: boolean }) => boolean} isStarted
 * @returns {string[]} a line each: `importer imports entry`
 */
export function importsOfEntries(chunks, isStarted) {
  const entries = new Set(chunks.filter(isStarted).map(({ fileName }) => fileName));
  return chunks.flatMap(({ fileName, imports, dynamicImports }) =>
    [...imports, ...dynamicImports]
      .filter((file) => entries.has(file))
      .map((file) => `${fileName} imports ${file}`),
  );
}

/** Put it among `plugins` with `page`, and among `worker.plugins` with `worker`. */
export function entriesStandAlone(/** @type {'page' | 'worker'} */ of) {
  return {
    name: 'dropout-lab:entries-stand-alone',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle(_, files) {
      const chunks = Object.values(files).filter(({ type }) => type === 'chunk');
      const isStarted =
        of === 'worker' ? (chunk) => chunk.isEntry : (chunk) => started.test(chunk.fileName);
      const wrong = importsOfEntries(chunks, isStarted);
      if (wrong.length > 0) {
        this.error(`An entry is imported, so WebKit would evaluate it twice: ${wrong.join('; ')}`);
      }
    },
  };
}
