import { describe, expect, test } from 'vitest';
import { preset } from '#lib/experiment/presets.ts';
import { experimentIn, readSource } from '../../../src/cli/experiment/source.ts';

const inFile = (json: unknown) => experimentIn(JSON.stringify(json), 'a.json');

describe('the experiment of the command', () => {
  test('is a preset by its name', () => {
    expect(readSource('moons')).toEqual({ name: 'moons', experiment: preset('moons') });
  });

  test('is what a file holds, as a whole or in a result file of the page', () => {
    const moons = preset('moons');
    expect(inFile(moons)).toEqual(moons);
    expect(inFile({ format: 'dropout-lab-result', version: 1, experiment: moons })).toEqual(moons);
  });

  test('may be what differs from a preset, from noisy digits where none is named', () => {
    expect(inFile({})).toEqual(preset('noisy-digits'));
    const { training, ...rest } = preset('moons');
    expect(inFile({ preset: 'moons', training: { epochs: 3 } })).toEqual({
      ...rest,
      training: { ...training, epochs: 3 },
    });
  });

  test('begins with what its kind of data begins with, and has a drop probability a layer', () => {
    const { data, network, dropout } = inFile({
      data: { kind: 'plane', train: 50 },
      network: { hidden: [4, 4, 4] },
    });
    expect(data).toEqual({ ...preset('moons').data, train: 50 });
    expect(network.hidden).toEqual([4, 4, 4]);
    expect(dropout.hidden).toEqual([0.5, 0.5, 0.5]);
  });

  test.each([
    ['{"a":', 'a.json: expected JSON, got a mistake: '],
    ['[1]', 'a.json: expected an experiment as a JSON object, got [1].'],
    [
      '{"format":"dropout-lab-result"}',
      'a.json: expected an experiment as a JSON object, got undefined.',
    ],
    ['{"preset":"sun"}', 'a.json: preset: expected one of noisy-digits, '],
    [
      '{"training":{"learningRate":-1}}',
      'training.learningRate: expected a number from 0 to 10, got "-1".',
    ],
    ['{"training":3}', 'a.json: training: '],
    ['{"training":{"learningrate":1}}', 'training.learningrate: an experiment has no such field.'],
    ['{"__proto__":{"preset":"moons"}}', '__proto__: an experiment has no such field.'],
    [
      '{"network":{"hidden":[8],"__proto__":1}}',
      'network.__proto__: an experiment has no such field.',
    ],
    ['{"variants":["none"]}', 'a.json: variants'],
  ])('is refused in one sentence: %s', (text, sentence) => {
    expect(() => experimentIn(text, 'a.json')).toThrow(sentence);
  });

  test('is refused where there is neither such a file nor such a preset', () => {
    expect(() => readSource('/nowhere/at-all.json')).toThrow(
      /^Expected a readable file or one of the presets .*; got "\/nowhere\/at-all\.json"\.$/,
    );
  });
});
