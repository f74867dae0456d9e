/** The kinds of value that a log axis cannot show. */
export type StrayKind = 'zero' | 'infinite' | 'nan';

/** A run of consecutive points of one kind; `from` and `to` are indices, both included. */
export interface Stray {
  kind: StrayKind;
  from: number;
  to: number;
}

/** The stretches of `values` that are 0, ±Infinity or NaN, in order. */
export function straysOf(values: ArrayLike<number>): Stray[] {
  const found: Stray[] = [];
  for (let i = 0; i < values.length; i++) {
    const kind = kindOf(values[i]);
    const last = found.at(-1);
    if (kind === null) continue;
    if (last?.kind === kind && last.to === i - 1) last.to = i;
    else found.push({ kind, from: i, to: i });
  }
  return found;
}

function kindOf(value: number): StrayKind | null {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return 'infinite';
  return value === 0 ? 'zero' : null;
}
