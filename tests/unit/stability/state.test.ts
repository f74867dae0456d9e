import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { setAt } from '#lib/fields/paths.ts';
import type { Range } from '#lib/fields/ranges.ts';
import { stabilityFields, type StabilityValue } from '#lib/experiment/stability/fields.ts';
import { fromStabilityLink, toStabilityLink } from '#lib/experiment/stability/link.ts';
import { stabilityPreset, stabilityPresetNames } from '#lib/experiment/stability/presets.ts';
import { gridRates, StabilitySchema } from '#lib/experiment/stability/state.ts';
import { branchVariance, weightVariance } from '#lib/experiment/stability/variance.ts';
import { widthsOf } from '#lib/experiment/stability/widths.ts';

function anyOf(range: Range): fc.Arbitrary<string | number> {
  if (range.kind === 'choice') return fc.constantFrom(...range.of);
  const { min, max } = range;
  if (range.kind === 'integer') return fc.integer({ min, max });
  return fc.double({ min, max, noNaN: true }).map((x) => x + 0);
}

const states = fc
  .tuple(
    fc.constantFrom(...stabilityPresetNames),
    fc.tuple(...stabilityFields.map(({ range }) => fc.option(anyOf(range)))),
  )
  .map(([name, values]) =>
    stabilityFields.reduce(
      (state, { path }, i) =>
        values[i] === null ? state : setAt(state, path, values[i] as StabilityValue),
      stabilityPreset(name),
    ),
  );

describe('the state of the stability page', () => {
  it('stands in a link as a whole', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { state: back, ignored } = fromStabilityLink(toStabilityLink(state));
        expect(ignored).toEqual([]);
        expect(back).toEqual(state);
        expect(v.is(StabilitySchema, back)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is valid at every stop of the tour, and its link says no more than the stop', () => {
    for (const name of stabilityPresetNames) {
      const state = stabilityPreset(name);
      expect(v.safeParse(StabilitySchema, state).issues, name).toBe(undefined);
      expect(state.preset).toBe(name);
      expect(toStabilityLink(state)).toBe(name === stabilityPresetNames[0] ? '' : `preset=${name}`);
    }
  });

  it('has a field for every number and name, each path once, and no text for two of them', () => {
    const leaves = (value: object): number =>
      Object.values(value).reduce(
        (sum, part) => sum + (typeof part === 'object' ? leaves(part as object) : 1),
        0,
      );
    // All but the version and the preset.
    expect(stabilityFields).toHaveLength(leaves(stabilityPreset('he')) - 2);
    expect(new Set(stabilityFields.map(({ path }) => path)).size).toBe(stabilityFields.length);
    for (const { name } of stabilityFields) {
      const ranges = stabilityFields
        .filter((other) => other.name === name)
        .map(({ range }) => range);
      if (ranges.length === 1) continue;
      const values = ranges.flatMap((range) => (range.kind === 'choice' ? range.of : [name, name]));
      expect(new Set(values).size, name).toBe(values.length);
    }
  });

  it('keeps the readable text of a name', () => {
    const state = setAt(stabilityPreset('he'), 'stack.initialisation', '1/n_out');
    expect(toStabilityLink(state)).toBe('preset=he&init=1/n_out');
  });
});

describe('a link to the stability page', () => {
  it('never fails on any text, and always gives a valid state', () => {
    const names = fc.constantFrom(
      ...stabilityFields.map(({ name }) => name),
      ...['preset', 'run', 'embed', '__proto__'],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '-1', '1e999', 'NaN', '0x10', '%', '%E0%A4', 'relu', '__proto__'),
    );
    const query = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.tuple(names, texts)).map((all) => all.map((pair) => pair.join('=')).join('&')),
    );
    fc.assert(
      fc.property(query, (text) => {
        expect(v.is(StabilitySchema, fromStabilityLink(text).state)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('says what was left out, and why', () => {
    const { state, run, ignored } = fromStabilityLink(
      'preset=he&depth=7&depth=8&width=4&init=best&colour=red&run=1&sigma=.5',
    );
    expect(state).toMatchObject({ preset: 'he', stack: { depth: 7, width: 128, sigma: 0.5 } });
    expect(run).toBe(true);
    expect(ignored.map(({ where, expected }) => [where, expected.kind])).toEqual([
      ['depth', 'once'],
      ['width', 'integer'],
      ['init', 'choice'],
      ['colour', 'known'],
    ]);
  });

  it('tells the precision of the numbers from that of the device', () => {
    const { state, ignored } = fromStabilityLink('precision=half&precision=float16&precision=half');
    expect(state).toMatchObject({ stack: { precision: 'float16' }, compute: { render: 'half' } });
    expect(ignored.map(({ expected }) => expected.kind)).toEqual(['once']);
    const [{ expected }] = fromStabilityLink('precision=quarter').ignored;
    expect(expected).toEqual({
      kind: 'choice',
      of: ['float64', 'float32', 'float16', 'single', 'half'],
    });
  });
});

describe('the widths of a stack', () => {
  it('are one number too many, for the inputs', () => {
    const of = (widths: 'constant' | 'tapering' | 'alternating') =>
      widthsOf({ depth: 4, width: 64, widths });
    expect(of('constant')).toEqual([64, 64, 64, 64, 64]);
    expect(of('tapering')).toEqual([64, 38, 23, 13, 8]);
    expect(of('alternating')).toEqual([64, 16, 64, 16, 64]);
  });
});

describe('the variance of a weight', () => {
  it('follows the initialisation, and its gain is squared', () => {
    const of = (initialisation: Parameters<typeof weightVariance>[0]['initialisation'], gain = 1) =>
      weightVariance({ initialisation, sigma: 0.1, gain }, 8, 32);
    expect(of('normal')).toBeCloseTo(0.01, 15);
    expect(of('1/n_in')).toBe(1 / 8);
    expect(of('1/n_out')).toBe(1 / 32);
    expect(of('xavier-normal')).toBe(1 / 20);
    expect(of('xavier-uniform')).toBe(1 / 20);
    expect(of('he')).toBe(1 / 4);
    expect(of('orthogonal')).toBe(1 / 32);
    expect(of('he', 3)).toBe(9 / 4);
  });

  it('needs no factor for a ReLU in the second matrix of a branch', () => {
    expect(branchVariance({ initialisation: 'he', sigma: 1 }, 8, 32)).toBe(1 / 8);
    expect(branchVariance({ initialisation: '1/n_out', sigma: 1 }, 8, 32)).toBe(1 / 32);
  });
});

describe('the learning rates of a grid', () => {
  it('are spaced evenly in their logarithm', () => {
    expect(gridRates({ rows: 'depth', lowest: 0.001, highest: 1, columns: 4 })).toEqual([
      0.001, 0.01, 0.1, 1,
    ]);
    // Whichever of the two is called the lowest.
    expect(gridRates({ rows: 'depth', lowest: 1, highest: 0.01, columns: 3 })).toEqual([
      0.01, 0.1, 1,
    ]);
  });
});
