/** Places in a state, the plain data that a table of fields describes, by their paths. */

type Leaf = string | number | readonly unknown[];

type Paths<T, Before extends string = ''> = T extends unknown
  ? {
      [K in keyof T & string]: T[K] extends Leaf ? `${Before}${K}` : Paths<T[K], `${Before}${K}.`>;
    }[keyof T & string]
  : never;

/** Every place of `T` that holds a number, a name or a list, e.g. `training.learningRate`. */
export type PathOf<T> = Exclude<Paths<T>, 'version' | 'preset'> & string;

/** What stands at a path of `T`. */
export type ValueAt<T, Path extends string> = T extends unknown
  ? Path extends `${infer Key}.${infer Rest}`
    ? Key extends keyof T
      ? ValueAt<T[Key], Rest>
      : never
    : Path extends keyof T
      ? T[Path]
      : never
  : never;

/** Anything that stands at any path of `T`. */
export type FieldValue<T> = ValueAt<T, PathOf<T>>;

/** What stands at any path, an entry of a list included; undefined where the path leads nowhere. */
export function lookUp(state: unknown, path: string): unknown {
  let value = state;
  for (const key of path.split('.'))
    value = (value as Record<string, unknown> | null | undefined)?.[key];
  return value;
}

/** The value at `path`; undefined where this kind of state does not have it. */
export function getAt<T extends object, Path extends PathOf<T>>(
  state: T,
  path: Path,
): ValueAt<T, Path> | undefined {
  return lookUp(state, path) as ValueAt<T, Path> | undefined;
}

/**
 * A copy of the state with another value at `path`. It changes that place alone: where a value has
 * consequences elsewhere (the number of hidden layers, the kind of data) use `setField`.
 */
export function setAt<T extends object, Path extends PathOf<T>>(
  state: T,
  path: Path,
  value: ValueAt<T, Path>,
): T {
  return replaceAt(state, path, value);
}

/** A copy of the state with another value at any path, an entry of a list included. Nothing is checked. */
export function replaceAt<T extends object>(state: T, path: string, value: unknown): T {
  return put(state, path.split('.'), value) as T;
}

function put(at: unknown, [key, ...rest]: string[], value: unknown): unknown {
  const next = rest.length === 0 ? value : put((at as Record<string, unknown>)[key], rest, value);
  if (!Array.isArray(at)) return { ...(at as object), [key]: next };
  return at.map((old: unknown, i) => (i === Number(key) ? next : old));
}
