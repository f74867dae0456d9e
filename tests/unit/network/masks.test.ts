import { describe, expect, it } from 'vitest';
import { key, streams } from '#lib/random/key.ts';
import { words } from '#lib/random/word.ts';
import { batchMask } from '#workers/network/host/activate.ts';
import { initialParameters } from '#workers/network/initialisations.ts';
import { layoutOf } from '#workers/network/layout.ts';
import { fillMask, keptScale, keptUnits, type MaskRule } from '#workers/network/masks.ts';

const rules: Exclude<MaskRule, { kind: 'none' }>[] = [
  { kind: 'fresh', seed: 7 },
  { kind: 'member', seed: 7 },
  { kind: 'member', seed: 7, first: 3 },
  { kind: 'choice', seed: 7, masks: 5 },
  { kind: 'subnetworks', seed: 7, first: 20 },
];

/** One example's mask. */
function maskOf(
  rule: MaskRule,
  p: number,
  at: Partial<Record<'layer' | 'member' | 'row' | 'step', number>>,
  units: number,
) {
  const { layer = 1, member = 0, row = 0, step = 0 } = at;
  const out = new Float64Array(units);
  fillMask(rule, p, layer, member, row, step, out);
  return out;
}

/** How far a share of `n` draws lies from its expectation `q`, in standard errors. */
function errors(share: number, q: number, n: number): number {
  return Math.abs(share - q) / Math.sqrt((q * (1 - q)) / n);
}

function agreement(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let same = 0;
  for (let i = 0; i < a.length; i++) if ((a[i] === 0) === (b[i] === 0)) same++;
  return same / a.length;
}

describe('a mask', () => {
  it('of a batch is that of each of its examples', () => {
    for (const rule of rules) {
      for (const units of [1, 3, 4, 6, 9, 256]) {
        for (const count of [1, 5, 8]) {
          for (const p of [0.1, 0.5, 1]) {
            const bytes = new Uint8Array(units * count).fill(9);
            batchMask(rule, p, 2, 3, 41, units, count, bytes);
            for (let row = 0; row < count; row++) {
              const mask = maskOf(rule, p, { layer: 2, member: 3, row, step: 41 }, units);
              const column = Float64Array.from(
                mask,
                (_, unit) => bytes[unit * count + row] * keptScale(p),
              );
              expect(column, `${rule.kind}, ${units} units, ${count} examples, p ${p}`).toEqual(
                mask,
              );
            }
          }
        }
      }
    }
  });

  it('keeps a share of 1 − p, within 4.5 standard errors', () => {
    const units = 1024;
    const examples = 256;
    for (const p of [0.01, 0.1, 0.2, 0.5, 0.8, 0.99]) {
      for (const rule of rules) {
        let kept = 0;
        for (let i = 0; i < examples; i++) {
          // Rules that hold one mask for all examples show 256 members instead.
          for (const factor of maskOf(rule, p, { member: i, row: i }, units))
            kept += factor === 0 ? 0 : 1;
        }
        // A choice among five has only five masks to show.
        const n = units * (rule.kind === 'choice' ? 5 : examples);
        expect(errors(kept / (units * examples), 1 - p, n), `${rule.kind}, p ${p}`).toBeLessThan(
          4.5,
        );
      }
    }
  });

  it('multiplies what it keeps by 1/(1 − p), and keeps everything at p = 0 and nothing at p = 1', () => {
    for (const rule of rules) {
      expect(new Set(maskOf(rule, 0.2, {}, 500))).toEqual(new Set([0, 1.25]));
      expect(new Set(maskOf(rule, 0, {}, 500))).toEqual(new Set([1]));
      expect(new Set(maskOf(rule, 1, {}, 500))).toEqual(new Set([0]));
    }
    expect(new Set(maskOf({ kind: 'none' }, 0.5, {}, 500))).toEqual(new Set([1]));
  });

  it('that is fresh has nothing to do with that of any other example, step, layer, member or seed', () => {
    const units = 1 << 16;
    const fresh = { kind: 'fresh', seed: 7 } as const;
    const one = maskOf(fresh, 0.5, {}, units);
    const others = [
      maskOf(fresh, 0.5, { row: 1 }, units),
      maskOf(fresh, 0.5, { step: 1 }, units),
      maskOf(fresh, 0.5, { layer: 2 }, units),
      maskOf(fresh, 0.5, { member: 1 }, units),
      maskOf({ kind: 'fresh', seed: 8 }, 0.5, {}, units),
      maskOf({ kind: 'member', seed: 7 }, 0.5, {}, units),
      maskOf({ kind: 'subnetworks', seed: 7, first: 0 }, 0.5, {}, units),
    ];
    for (const other of others) expect(errors(agreement(one, other), 0.5, units)).toBeLessThan(4.5);
  });

  it('that is fixed is the same for every example and step', () => {
    for (const rule of rules.filter(({ kind }) => kind === 'member' || kind === 'subnetworks')) {
      const mask = maskOf(rule, 0.5, { row: 0, step: 0 }, 300);
      expect(maskOf(rule, 0.5, { row: 9, step: 1234 }, 300)).toEqual(mask);
      expect(maskOf(rule, 0.5, { member: 1 }, 300)).not.toEqual(mask);
    }
  });

  it('that is chosen is one of the masks of the members, the same one in all layers', () => {
    const masks = 5;
    const member = (layer: number) =>
      Array.from({ length: masks }, (_, i) =>
        String(maskOf({ kind: 'member', seed: 7 }, 0.5, { layer, member: i }, 64)),
      );
    const chosen = (layer: number, row: number, step: number) =>
      member(layer).indexOf(
        String(maskOf({ kind: 'choice', seed: 7, masks }, 0.5, { layer, row, step }, 64)),
      );
    const seen = new Set<number>();
    for (let row = 0; row < 40; row++) {
      const choice = chosen(0, row, 3);
      expect(choice).toBeGreaterThanOrEqual(0);
      expect(chosen(1, row, 3)).toBe(choice);
      seen.add(choice);
    }
    expect(seen.size).toBe(masks);
  });

  it('of member m does not depend on how many members there are, only on its own number', () => {
    const all = maskOf({ kind: 'member', seed: 7 }, 0.5, { member: 5 }, 200);
    expect(maskOf({ kind: 'member', seed: 7, first: 5 }, 0.5, { member: 0 }, 200)).toEqual(all);
    expect(maskOf({ kind: 'member', seed: 7, first: 3 }, 0.5, { member: 2 }, 200)).toEqual(all);
  });

  it('says which units it keeps', () => {
    const rule = { kind: 'subnetworks', seed: 7, first: 4 } as const;
    const mask = maskOf(rule, 0.5, { layer: 1, member: 2 }, 50);
    const kept = keptUnits(rule, 0.5, 1, 2, 50);
    expect(
      mask.map((factor, unit) => (factor > 0 ? unit : -1)).filter((unit) => unit >= 0),
    ).toEqual(Float64Array.from(kept));
  });
});

describe('seeds', () => {
  it('of one number give each use words that have nothing to do with those of another use', () => {
    const n = 1 << 14;
    const drawn = Object.values(streams).map((stream) => {
      const out = new Uint32Array(n);
      words(0, 0, key(7, stream), out);
      return Float64Array.from(out, (w) => (w + 0.5) / 2 ** 32 - 0.5);
    });
    drawn.forEach((a, i) => {
      for (const b of drawn.slice(0, i)) {
        // Independent uniforms: the sample correlation has standard error 1/√n.
        const correlation = a.reduce((sum, x, j) => sum + x * b[j], 0) / n / (1 / 12);
        expect(Math.abs(correlation)).toBeLessThan(4.5 / Math.sqrt(n));
      }
    });
  });

  it('of weights decide the initial weights alone: no mask, order or data seed enters them', () => {
    const layout = layoutOf([5, 4, 3], 2);
    const once = initialParameters(layout, 'he', 0, 1);
    // Masks drawn in between take nothing from the stream of the weights.
    maskOf({ kind: 'fresh', seed: 1 }, 0.5, {}, 1000);
    expect(initialParameters(layout, 'he', 0, 1)).toEqual(once);
    expect(initialParameters(layout, 'he', 0, 2)).not.toEqual(once);
  });
});
