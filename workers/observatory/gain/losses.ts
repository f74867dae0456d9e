import { largest } from '#lib/experiment/score.ts';

/** One kind of loss of networks and of their average, example by example; arrays `[examples]`. */
export interface Losses {
  /** Mean over the networks of the loss of each. */
  members: Float64Array<ArrayBuffer>;
  /** Loss of the average of their probabilities. */
  mean: Float64Array<ArrayBuffer>;
  /** How far the networks lie apart, computed from neither `members` nor `mean`; 0 for the error. */
  spread: Float64Array<ArrayBuffer>;
}

export type LossKind = 'nll' | 'brier' | 'error';
export type AllLosses = Record<LossKind, Losses>;

export function noLosses(examples: number): AllLosses {
  const none = (): Losses => ({
    members: new Float64Array(examples),
    mean: new Float64Array(examples),
    spread: new Float64Array(examples),
  });
  return { nll: none(), brier: none(), error: none() };
}

/**
 * Adds `share` times the losses of one group of networks to `losses`, from example `first` on.
 * `logs` are their log-probabilities, each `[labels.length, classes]`, on examples with `labels`.
 *
 * All in float64, and uncapped: an identity would not survive a cap. With ⟨·⟩ the mean over the
 * networks, p̄ = ⟨p⟩ and e the one-hot label,
 *
 *   NLL:    ⟨−log p(y)⟩ − ⟨log(p̄(y)/p(y))⟩ = −log p̄(y)           (Jensen: the spread is ≥ 0)
 *   Brier:  ⟨‖p − e‖²⟩ − ⟨‖p − p̄‖²⟩ = ‖p̄ − e‖²                    (Krogh and Vedelsby 1995)
 *   error:  no such identity; its spread is left 0.
 */
export function addLosses(
  losses: AllLosses,
  first: number,
  share: number,
  logs: readonly Float32Array[],
  labels: Int32Array,
  classes: number,
): void {
  const mean = new Float64Array(classes);
  const each = share / logs.length;
  labels.forEach((label, row) => {
    const at = row * classes;
    const example = first + row;
    const { nll, brier, error } = losses;

    mean.fill(0);
    for (const log of logs)
      for (let c = 0; c < classes; c++) mean[c] += Math.exp(log[at + c]) / logs.length;
    // Probabilities are divided by the largest, so that the average of tiny ones does not underflow.
    let top = -Infinity;
    for (const log of logs) top = Math.max(top, log[at + label]);
    let sum = 0;
    for (const log of logs) sum += Math.exp(log[at + label] - top);
    const ofMean = top + Math.log(sum / logs.length);

    for (const log of logs) {
      nll.members[example] -= each * log[at + label];
      nll.spread[example] += each * (ofMean - log[at + label]);
      for (let c = 0; c < classes; c++) {
        const probability = Math.exp(log[at + c]);
        brier.members[example] += each * (probability - (c === label ? 1 : 0)) ** 2;
        brier.spread[example] += each * (probability - mean[c]) ** 2;
      }
      if (largest(log, at, classes) !== label) error.members[example] += each;
    }
    nll.mean[example] -= share * ofMean;
    for (let c = 0; c < classes; c++)
      brier.mean[example] += share * (mean[c] - (c === label ? 1 : 0)) ** 2;
    if (largest(mean, 0, classes) !== label) error.mean[example] += share;
  });
}
