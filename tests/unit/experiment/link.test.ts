import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ExperimentSchema } from '#lib/experiment/experiment.ts';
import { fields } from '#lib/experiment/fields.ts';
import { fromLink, toLink } from '#lib/experiment/link.ts';
import { preset, presetNames } from '#lib/experiment/presets.ts';
import { describeProblem } from '#lib/fields/problem.ts';
import { experiments } from './arbitrary.ts';

describe('a link', () => {
  it('holds every valid experiment', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        const link = fromLink(toLink(experiment));
        expect(link.ignored).toEqual([]);
        expect(link.experiment).toEqual(experiment);
      }),
      { numRuns: 500 },
    );
  });

  it('never fails on any text, and always gives a valid experiment', () => {
    const names = fc.constantFrom(
      ...fields.map((f) => f.name),
      'preset',
      'run',
      'embed',
      '__proto__',
    );
    const values = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '',
        '-1',
        '1e999',
        'NaN',
        '0x10',
        'none',
        '.2-.5',
        '64-64-64',
        'digits',
        'plane',
        'idx',
        'csv',
        '1',
        '__proto__',
        '%',
        '%E0%A4',
        '1:lr:.1',
        '1:p-6:.1',
        'single,single',
        '1e-7-1',
      ),
    );
    const query = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.tuple(names, values)).map((pairs) => pairs.map((p) => p.join('=')).join('&')),
    );
    fc.assert(
      fc.property(query, (text) => {
        const link = fromLink(text);
        expect(v.is(ExperimentSchema, link.experiment)).toBe(true);
        expect(fromLink(toLink(link.experiment)).experiment).toEqual(link.experiment);
        for (const problem of link.ignored) expect(describeProblem(problem)).toMatch(/\.$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('is empty for the default preset and names any other', () => {
    expect(presetNames.map((name) => toLink(preset(name)))).toEqual([
      '',
      'preset=clean-digits',
      'preset=notes-network',
      'preset=moons',
      'preset=tiny-moons',
      'preset=your-own-data',
    ]);
  });

  it('is empty for the preset of a page, and names the default one there', () => {
    expect(toLink(preset('tiny-moons'), 'tiny-moons')).toBe('');
    expect(toLink(preset('noisy-digits'), 'tiny-moons')).toBe('preset=noisy-digits');
    expect(fromLink('', 'tiny-moons').experiment).toEqual(preset('tiny-moons'));
    expect(fromLink('preset=noisy-digits', 'tiny-moons').experiment.preset).toBe('noisy-digits');
  });

  it('is readable', () => {
    const experiment = preset('moons');
    experiment.network.hidden = [32, 32, 16];
    experiment.dropout.hidden = [0.2, 0.5, 0.5];
    experiment.variants = ['single', 'dropout'];
    experiment.changes = [
      { step: 120, path: 'training.learningRate', value: 0.01 },
      { step: 240, path: 'dropout.hidden.1', value: 0.3 },
    ];
    expect(toLink(experiment)).toBe(
      'preset=moons&hidden=32-32-16&p=0.2-0.5-0.5&variants=single,dropout&change=120:lr:0.01&change=240:p-2:0.3',
    );
  });

  it('takes one drop probability for all hidden layers', () => {
    expect(fromLink('?hidden=10-20-30&p=.25').experiment.dropout.hidden).toEqual([
      0.25, 0.25, 0.25,
    ]);
  });

  it('reads parameters whatever their order', () => {
    expect(fromLink('p=.1-.2-.3&noise=.3&hidden=1-2-3&data=plane')).toEqual(
      fromLink('data=plane&noise=.3&hidden=1-2-3&p=.1-.2-.3'),
    );
  });

  it('names files by name, size and SHA-256', () => {
    const experiment = preset('your-own-data');
    const sha256 = 'ab'.repeat(32);
    if (experiment.data.kind === 'idx')
      experiment.data.files = [{ name: 'my images, 50%: a.gz', size: 12, sha256 }];
    expect(toLink(experiment)).toBe(
      `preset=your-own-data&files=my%20images%252C%2050%2525%253A%20a.gz:12:${sha256}`,
    );
  });

  it('says whether to run and to stand alone', () => {
    expect(fromLink('run=1&embed=1')).toMatchObject({ run: true, embed: true, ignored: [] });
    expect(fromLink('run=0')).toMatchObject({ run: false, embed: false, ignored: [] });
    expect(fromLink('run=yes').ignored).toHaveLength(1);
  });

  it.each([
    ['lr=fast', 'lr: expected a number from 0 to 10, got "fast".'],
    ['lr=11', 'lr: expected a number from 0 to 10, got "11".'],
    ['lr=Infinity', 'lr: expected a number from 0 to 10, got "Infinity".'],
    ['epochs=1.5', 'epochs: expected a whole number from 1 to 1000, got "1.5".'],
    ['activation=gelu', 'activation: expected relu, tanh or sigmoid, got "gelu".'],
    [
      'hidden=64--64',
      'hidden: expected a list of 0 to 6, each a whole number from 1 to 1024, got "64--64".',
    ],
    [
      'p=.1-.2-.3',
      'p: expected one number from 0 to 1 for each of 2 hidden layers, or one for all, got ".1-.2-.3".',
    ],
    ['variants=single,single', 'variants: expected each name once, got "single,single".'],
    ['noise=.2', 'noise: only data of kind plane has this, got ".2".'],
    ['hidden=none&p=.2', 'p: only a network with a hidden layer has this, got ".2".'],
    ['rate=1', 'rate: there is no such parameter (got "1").'],
    ['lr=.1&lr=.2', 'lr: expected once, got again with ".2"; the first one counts.'],
    [
      'preset=mnist',
      'preset: expected noisy-digits, clean-digits, notes-network, moons, tiny-moons or your-own-data, got "mnist".',
    ],
    [
      'data=idx&files=a.gz:1:xyz',
      'files: expected at most 8 files as name:size:SHA-256, got "a.gz:1:xyz".',
    ],
    [
      'change=5:p-3:.5',
      'change: expected step:parameter:value with parameter lr, p-in, p-1 or p-2, at most 1000 times, got "5:p-3:.5".',
    ],
  ])('leaves out %s and says why', (query, sentence) => {
    const { ignored } = fromLink(query);
    expect(ignored.map(describeProblem)).toEqual([sentence]);
  });

  it('keeps what is right beside what is wrong', () => {
    const { experiment, ignored } = fromLink('lr=oops&epochs=3&change=5:lr:.1&change=oops');
    expect(experiment.training).toMatchObject({ learningRate: 0.05, epochs: 3 });
    expect(experiment.changes).toEqual([{ step: 5, path: 'training.learningRate', value: 0.1 }]);
    expect(ignored.map((p) => p.where)).toEqual(['lr', 'change']);
  });

  it('does not freeze on a very long query', () => {
    const { ignored } = fromLink('change=1:lr:1&'.repeat(20_000) + 'x=1&'.repeat(20_000));
    expect(ignored).toHaveLength(100);
  });
});
