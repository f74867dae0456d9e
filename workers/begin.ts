/**
 * Starts a worker: its entry file does nothing but import its body.
 *
 * WebKit evaluates the entry of a module worker a second time when another file imports from it, and a
 * bundler moves what files share into the entry. Two instances then answer one message, the second
 * without state. Behind an `import()` the body is a file of its own, and nothing imports the entry:
 * `scripts/entries.mjs` holds the build to that.
 */
export function begin(body: Promise<unknown>): void {
  body.catch((error: unknown) =>
    // A rejection alone reaches nobody: the page would wait for a worker that never speaks.
    setTimeout(() => {
      throw new Error(`Its program could not be loaded (${String(error)})`);
    }),
  );
}
