import type { StabilityState } from './state.ts';

type PathsOf<T, Before extends string = ''> = {
  [K in keyof T & string]: T[K] extends string | number
    ? `${Before}${K}`
    : T[K] extends readonly unknown[]
      ? never
      : PathsOf<T[K], `${Before}${K}.`>;
}[keyof T & string];

/** Every place of the state that holds one number or name, e.g. `stack.inputs.scale`. */
export type StabilityPath = Exclude<PathsOf<StabilityState>, 'version' | 'preset'>;

/** The number or name at `path`. */
export function valueAt(state: StabilityState, path: StabilityPath): string | number {
  let value: unknown = state;
  for (const key of path.split('.')) value = (value as Record<string, unknown>)[key];
  return value as string | number;
}

/** A copy of the state with another number or name at `path`, which is taken as it is. */
export function withValue(
  state: StabilityState,
  path: StabilityPath,
  value: string | number,
): StabilityState {
  const put = (at: object, [key, ...rest]: string[]): object => ({
    ...at,
    [key]: rest.length === 0 ? value : put((at as Record<string, object>)[key], rest),
  });
  return put(state, path.split('.')) as StabilityState;
}
