import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preset, presetNames, presets } from '#lib/experiment/presets.ts';
import { describeProblem } from '#lib/fields/problem.ts';
import { parseExperiment } from '#lib/experiment/validate.ts';
import { experiments } from './arbitrary.ts';

/** The sentences of the problems in a preset with some keys replaced. */
function problemsWith(replaced: object): string[] {
  const parsed = parseExperiment({ ...preset('noisy-digits'), ...replaced });
  return parsed.ok ? [] : parsed.problems.map(describeProblem);
}

describe('an experiment in a file', () => {
  it('is taken where it is valid', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        const json: unknown = JSON.parse(JSON.stringify(experiment));
        expect(parseExperiment(json)).toEqual({ ok: true, experiment, ignored: [] });
      }),
    );
  });

  it.each(presetNames)('is taken from preset %s, whose name it carries', (name) => {
    expect(parseExperiment(presets[name])).toMatchObject({
      ok: true,
      experiment: { preset: name },
    });
  });

  it('is taken without the keys that it does not know, which are named', () => {
    const parsed = parseExperiment({ ...preset('moons'), colour: 'red' });
    expect(parsed).toEqual({
      ok: true,
      experiment: preset('moons'),
      ignored: [{ where: 'colour', expected: { kind: 'known' }, got: 'red' }],
    });
  });

  const { network, training, data, dropout } = preset('noisy-digits');
  it.each([
    [{ version: 2 }, 'version: expected 1, got "2".'],
    [{ members: 0 }, 'members: expected a whole number from 1 to 64, got "0".'],
    [{ members: '8' }, 'members: expected a whole number from 1 to 64, got "8".'],
    [
      { training: { ...training, learningRate: null } },
      'training.learningRate: expected a number from 0 to 10, got "null".',
    ],
    [{ training: 3 }, 'training: expected an object with the keys of an experiment, got "3".'],
    [
      { network: { ...network, hidden: [64, 0] } },
      'network.hidden.1: expected a whole number from 1 to 1024, got "0".',
    ],
    [
      { network: { ...network, hidden: [64] } },
      'dropout.hidden: expected one number from 0 to 1 for each of 1 hidden layers, or one for all, got "a list of 2".',
    ],
    [
      { dropout: { ...dropout, hidden: [0.5, 2] } },
      'dropout.hidden.1: expected a number from 0 to 1, got "2".',
    ],
    [
      { data: { ...data, kind: 'photos' } },
      'data.kind: expected digits, plane, idx or csv, got "photos".',
    ],
    [
      { data: { ...data, kind: 'plane', noise: 0.1 } },
      'data.shape: expected moons, circles, spirals, xor or blobs, got "undefined".',
    ],
    [{ variants: ['single', 'single'] }, 'variants: expected each name once, got "a list of 2".'],
    [
      { changes: [{ step: 1, path: 'dropout.hidden.0', value: 5 }] },
      'changes.0.value: expected a number from 0 to 1, got "5".',
    ],
    [
      { changes: [{ step: 1, path: 'dropout.hidden.4', value: 0.5 }] },
      'changes.0.path: expected step:parameter:value with parameter lr, p-in, p-1 or p-2, at most 1000 times, got "dropout.hidden.4".',
    ],
    [
      { preset: 'mine' },
      'preset: expected noisy-digits, clean-digits, notes-network, moons, tiny-moons or your-own-data, got "mine".',
    ],
  ])('is refused with %j, which is named', (replaced, sentence) => {
    expect(problemsWith(replaced)).toEqual([sentence]);
  });

  it('never fails on any JSON', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (json) => {
        const parsed = parseExperiment(json);
        if (!parsed.ok) for (const problem of parsed.problems) describeProblem(problem);
      }),
      { numRuns: 500 },
    );
  });

  it('never fails where one part is any JSON', () => {
    const key = fc.constantFrom(...Object.keys(preset('moons')), '__proto__');
    fc.assert(
      fc.property(key, fc.anything(), (name, json) => {
        const parsed = parseExperiment({ ...preset('moons'), [name]: json });
        if (!parsed.ok) for (const problem of parsed.problems) describeProblem(problem);
      }),
      { numRuns: 500 },
    );
  });

  it('is not led astray by a prototype in disguise', () => {
    const text = JSON.stringify(preset('moons')).replace(
      '{',
      '{"__proto__":{"members":64,"evil":1},',
    );
    const parsed = parseExperiment(JSON.parse(text));
    expect(parsed).toMatchObject({ ok: true, ignored: [{ where: '__proto__' }] });
    expect(({} as Record<string, unknown>).evil).toBeUndefined();
    expect(parseExperiment(JSON.parse('{"__proto__":{}}'))).toMatchObject({ ok: false });
  });

  it('is refused, and quickly, where it is deep, huge or fights back', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    const huge = new Array<number>(1_000_000).fill(0);
    const angry = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
      },
    );
    for (const json of [deep, huge, angry, { data: deep }])
      expect(parseExperiment(json)).toMatchObject({ ok: false });
    expect(problemsWith({ network: { ...network, hidden: huge } })).toEqual([
      'network.hidden: expected a list of 0 to 6, each a whole number from 1 to 1024, got "a list of 1000000".',
    ]);
  });
});
