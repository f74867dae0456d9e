import { describe, expect, test } from 'vitest';
import { readOptions } from '../../../src/cli/experiment/options.ts';
import { readOptions as readResultsOptions } from '../../../src/cli/tables/options.ts';

const read = (line: string) => readOptions(line.split(' '));
const readResults = (line: string) => readResultsOptions(line.split(' '));

describe('the options of an experiment', () => {
  test('are few where few are given', () => {
    expect(read('moons --workers 3')).toEqual({
      source: 'moons',
      seeds: null,
      backend: null,
      workers: 3,
      json: false,
      sweeps: [],
      out: null,
      files: [],
      protocol: { holdout: 0, earlyStopping: false, testNoise: [], averages: true },
    });
    expect(read('--help')).toBeNull();
  });

  test('may be repeated where several make sense', () => {
    const options = read('a.json --sweep p=1 --files A --sweep lr=1 --files B');
    expect(options?.sweeps).toEqual(['p=1', 'lr=1']);
    expect(options?.files).toEqual(['A', 'B']);
  });

  test('say how it is trained and tested', () => {
    const options = read('moons --holdout .2 --early-stopping --test-noise 0.1,1 --no-averages');
    const protocol = { holdout: 0.2, earlyStopping: true, testNoise: [0.1, 1], averages: false };
    expect(options?.protocol).toEqual(protocol);
  });

  test.each([
    ['moons circles', 'Expected one file or preset, got moons circles.'],
    ['moons --seeds 0', '--seeds: expected a whole number from 1 to 1000, got "0".'],
    ['moons --seeds 1.5', 'got "1.5".'],
    ['moons --workers many', '--workers: expected a whole number from 1 to 256, got "many".'],
    ['moons --backend webgl', '--backend: expected wasm or cpu, got "webgl".'],
    ['moons --holdout 1', '--holdout: expected a number above 0 and below 1, got "1".'],
    ['moons --early-stopping', '--early-stopping: expected --holdout as well'],
    ['moons --test-noise 0.1,x', '--test-noise: expected a number above 0 and below 10, got "x".'],
    ['moons --seed 1', "Unknown option '--seed'"],
    ['moons --seeds', "Option '--seeds <value>' argument missing"],
  ])('are refused in one sentence: %s', (line, sentence) => {
    expect(() => read(line)).toThrow(sentence);
  });
});

describe('the options of the tables', () => {
  test('name tables, in the order in which they are written', () => {
    const options = readResults('input-noise noisy-digits --seeds 2 --workers 1 --quick');
    expect(options?.tables.map(({ id }) => id)).toEqual(['noisy-digits', 'input-noise']);
    expect(options).toMatchObject({ seeds: 2, workers: 1, files: [], quick: true });
  });

  test('may name all tables, and MNIST with its files', () => {
    const ids = (line: string) => readResults(line)?.tables.map(({ id }) => id);
    const every = ids('all --files A --files B');
    expect(every).toContain('mnist');
    expect(ids('all')).toEqual(every?.filter((id) => id !== 'mnist'));
    // The words about it need none.
    expect(ids('mnist --words')).toEqual(['mnist']);
    expect(() => ids('mnist')).toThrow(
      'mnist: expected its images and labels after --files, got none.',
    );
  });

  test('are refused in one sentence', () => {
    expect(() => readResults('nothing')).toThrow('Expected all or tables out of noisy-digits, ');
    expect(() => readResultsOptions([])).toThrow('Expected a table, got nothing.');
    expect(() => readResults('all --seeds x')).toThrow('--seeds: expected a whole number');
  });
});
