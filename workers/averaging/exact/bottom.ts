import type { ExactProblem } from '#lib/experiment/exact-sums.ts';
import { activations } from '../../network/activations.ts';
import { biasesOf, layoutOf, weightsOf } from '../../network/layout.ts';
import { keptScale } from '../../network/masks.ts';
import { canDrop } from '#lib/experiment/exact-sums.ts';

/** The network below its logits, in float64: what the last layer's units send up under outer masks. */
export interface Bottom {
  /** Takes another example: nothing of the one before is kept. */
  begin(row: number): void;
  /**
   * Sets the masks of all layers below the last from the bits of `outer`, and gives the last layer's
   * activations (of its input, where there is no hidden layer) without a mask of its own, `[units]`.
   * Layers whose masks and inputs are as before are not computed again.
   */
  at(outer: number): Float64Array;
}

/** The bottom of a problem's network. `lastBits` low bits of `outer` belong to the last layer. */
export function bottomOf(problem: ExactProblem, lastBits: number): Bottom {
  const { sizes, p, rows } = problem;
  const { value } = activations[problem.activation];
  const layout = layoutOf(sizes, 1);
  const last = sizes.length - 2;
  const weights = layout.layers.map((_, l) =>
    Float64Array.from(weightsOf(problem.parameters, layout, 0, l)),
  );
  const biases = layout.layers.map((_, l) =>
    Float64Array.from(biasesOf(problem.parameters, layout, 0, l)),
  );
  /** Activations of each layer before its own mask; the input is layer 0. */
  const h = sizes.slice(0, -1).map((units) => new Float64Array(units));
  /** The bits of each layer below the last: its lowest bit in `outer`, and how many. */
  const shifts: number[] = [];
  let shift = lastBits;
  for (let l = last - 1; l >= 0; l--) {
    shifts[l] = shift;
    if (canDrop(p[l])) shift += sizes[l];
  }
  const masks = new Int32Array(last).fill(-1);
  let known = 0;

  function begin(row: number): void {
    for (let i = 0; i < sizes[0]; i++) h[0][i] = rows[row * sizes[0] + i];
    masks.fill(-1);
    known = 0;
  }

  function at(outer: number): Float64Array {
    for (let l = 0; l < last; l++) {
      const mask = canDrop(p[l]) ? (outer >>> shifts[l]) & (2 ** sizes[l] - 1) : 0;
      if (mask === masks[l] && l < known) continue;
      masks[l] = mask;
      known = Math.min(known, l);
      raise(l, mask);
      known = l + 1;
    }
    return h[last];
  }

  /** Computes layer l + 1 from layer l under a mask. */
  function raise(l: number, mask: number): void {
    const units = sizes[l];
    const free = !canDrop(p[l]);
    const scale = p[l] === 0 ? 1 : keptScale(p[l]);
    for (let o = 0; o < sizes[l + 1]; o++) {
      let z = biases[l][o];
      for (let i = 0; i < units; i++) {
        if (free || (mask >>> i) & 1) z += weights[l][o * units + i] * scale * h[l][i];
      }
      h[l + 1][o] = value(z);
    }
    // The layers above were computed from the old activations: their masks do not count as known.
    for (let above = l + 1; above < last; above++) masks[above] = -1;
  }

  return { begin, at };
}
