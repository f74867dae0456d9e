import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeables } from '#lib/experiment/changes.ts';
import { fieldAt, fieldGroups, fieldNamed, fields } from '#lib/experiment/fields.ts';
import { applies } from '#lib/fields/field.ts';
import { getAt, setAt } from '#lib/fields/paths.ts';
import { formatField, parseField } from '#lib/fields/text.ts';
import { preset, presets } from '#lib/experiment/presets.ts';
import { experiments } from './arbitrary.ts';

/** The paths of everything in an experiment that is no object. */
function leaves(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && !Array.isArray(inner)
      ? leaves(inner, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );
}

describe('the table of fields', () => {
  it('has a row for everything in an experiment but its version and preset', () => {
    const csv = { kind: 'csv', files: [], labelColumn: '', train: 10, test: 10, labelNoise: 0 };
    const all = [...Object.values(presets), { data: csv }].flatMap((e) => leaves(e));
    const paths = fields.map(({ path }) => path as string);
    expect([...paths, 'version', 'preset'].sort()).toEqual([...new Set(all)].sort());
  });

  it('names each parameter once, in words that a link can hold as they are', () => {
    const names = fields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9-]*$/);
    for (const taken of ['preset', 'run', 'embed']) expect(names).not.toContain(taken);
  });

  it('is found by name and by path', () => {
    for (const field of fields) {
      expect(fieldNamed(field.name)).toBe(field);
      expect(fieldAt(field.path)).toBe(field);
      expect(fieldGroups).toContain(field.group);
    }
    expect(fieldNamed('__proto__')).toBeUndefined();
  });

  it('applies where the experiment has the value', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        for (const field of fields) {
          if (field.range.kind === 'per-layer') continue;
          expect(applies(field, experiment)).toBe(getAt(experiment, field.path) !== undefined);
        }
      }),
    );
  });

  it('gives every value back from its text', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        for (const field of fields) {
          const value = getAt(experiment, field.path);
          if (value === undefined) continue;
          expect(parseField(field, formatField(field, value))).toEqual({ ok: true, value });
        }
      }),
    );
  });

  it('calls what may change during a run as it calls the field, and by the layer', () => {
    for (const { name, path, layer } of changeables) {
      const field = fieldAt(layer === undefined ? path : path.slice(0, path.lastIndexOf('.')))!;
      expect(name).toBe(layer === undefined ? field.name : `${field.name}-${layer + 1}`);
    }
  });

  it('takes very small probabilities in a list', () => {
    const p = fieldNamed('p')!;
    expect(formatField(p, [1e-7, 0.5])).toBe('1e-7-0.5');
    expect(parseField(p, '1e-7-.5')).toEqual({ ok: true, value: [1e-7, 0.5] });
  });

  it.each(['', ' ', '0x1', '1,5', 'Infinity', 'NaN', '1e999', '--1', '1-'])(
    'takes %j for no number',
    (text) => {
      expect(parseField(fieldNamed('lr')!, text)).toMatchObject({ ok: false });
    },
  );

  it('takes spaces around a number, and a point without a digit before it', () => {
    expect(parseField(fieldNamed('lr')!, ' .5 ')).toEqual({ ok: true, value: 0.5 });
  });
});

describe('a place in an experiment', () => {
  it('is changed in a copy', () => {
    const before = preset('moons');
    const after = setAt(before, 'training.learningRate', 1);
    expect(getAt(after, 'training.learningRate')).toBe(1);
    expect(before).toEqual(preset('moons'));
    expect(after.network).toBe(before.network);
  });

  it('is undefined where the kind of data does not have it', () => {
    expect(getAt(preset('moons'), 'data.side')).toBeUndefined();
  });
});
