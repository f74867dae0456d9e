import type { Experiment } from './experiment.ts';

type KeyOf<T> = T extends unknown ? Extract<keyof T, string> : never;
type At<T, K extends string> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;
type Leaf = string | number | readonly unknown[];

/** Every place of an experiment that holds a number, a name or a list, e.g. `training.learningRate`. */
export type FieldPath = Exclude<
  {
    [K in keyof Experiment]: Experiment[K] extends Leaf ? K : `${K}.${KeyOf<Experiment[K]>}`;
  }[keyof Experiment],
  'version' | 'preset'
>;

/** What stands at a path. */
export type ValueAt<P extends FieldPath> = P extends `${infer A}.${infer B}`
  ? At<At<Experiment, A>, B>
  : At<Experiment, P>;

/** Anything that stands at any path. */
export type FieldValue = ValueAt<FieldPath>;

/** The value at `path`; undefined where this kind of data does not have it. */
export function getAt<P extends FieldPath>(
  experiment: Experiment,
  path: P,
): ValueAt<P> | undefined {
  let value: unknown = experiment;
  for (const key of path.split('.')) value = (value as Record<string, unknown>)[key];
  return value as ValueAt<P> | undefined;
}

/**
 * A copy of the experiment with another value at `path`. It changes that place alone: where a value
 * has consequences elsewhere (the number of hidden layers, the kind of data) use `withField`.
 */
export function setAt<P extends FieldPath>(
  experiment: Experiment,
  path: P,
  value: ValueAt<P>,
): Experiment {
  const [first, second] = path.split('.') as [keyof Experiment, string?];
  if (second === undefined) return { ...experiment, [first]: value };
  return { ...experiment, [first]: { ...(experiment[first] as object), [second]: value } };
}
