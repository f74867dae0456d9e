import { InputError } from './input-error.ts';

/** Exit codes beside 0; `docs/experiment.md` says what they mean. */
const codes = { failed: 1, refused: 2, interrupted: 130 };

/**
 * Does what a command has to do, and ends the process. Ctrl-C and SIGTERM abort the signal, so that
 * workers end and what was finished stays; a second one does not wait for that.
 */
export async function endWith(run: (signal: AbortSignal) => Promise<void>): Promise<never> {
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());
  // Workers that are being ended would keep the process a little longer.
  process.exit(await codeOf(run, abort.signal));
}

async function codeOf(
  run: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<number> {
  try {
    await run(signal);
    return 0;
  } catch (error) {
    if (signal.aborted) return codes.interrupted;
    console.error(error instanceof Error ? error.message : error);
    return error instanceof InputError ? codes.refused : codes.failed;
  }
}
