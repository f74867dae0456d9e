/**
 * A tab of any browser, reduced to what every automation can do: open an address, run a function in the
 * page, and hand files to an input. Whatever else a person does is done by the page's own script
 * (`acts.ts`), so that each engine does the same.
 */
export interface Tab {
  /** The engine, and its version as it names itself. */
  readonly name: string;
  readonly version: string;
  goto(url: string): Promise<void>;
  /** Runs a self-contained function in the page; its arguments and its value are plain JSON. */
  run<Args extends unknown[], Value>(
    does: (...args: Args) => Value | Promise<Value>,
    ...args: Args
  ): Promise<Value>;
  /** Chooses files in the first input of type file below `selector`. */
  choose(selector: string, paths: readonly string[]): Promise<void>;
  /** Exceptions that the browser told of by its own channel, where it has one. */
  readonly exceptions: readonly string[];
  close(): Promise<void>;
}

/** Opens a tab, or says why this machine has no such browser. */
export type OpenTab = () => Promise<Tab | { missing: string }>;

/** How long a browser may take to start, and a page to come, in milliseconds. */
export const patience = 60_000;
