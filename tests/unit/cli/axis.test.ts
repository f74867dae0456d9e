import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/cli/experiment/input-error.ts';
import { parseAxis } from '../../../src/cli/experiment/axis.ts';

const labels = (text: string) => parseAxis(text, 2).values.map(({ label }) => label);
const refusal = (text: string): string => {
  try {
    parseAxis(text, 2);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  throw new Error(`${text} was accepted`);
};

describe('the values of a sweep', () => {
  test('are named by the parameter of the link or by the path in the JSON', () => {
    for (const path of ['p', 'dropout.hidden']) {
      const { field, values } = parseAxis(`${path}=0.2,0.5-0.1`, 2);
      expect(field.name).toBe('p');
      expect(values.map(({ value }) => value)).toEqual([[0.2], [0.5, 0.1]]);
    }
  });

  test('are numbers where they are one number, and else the text of a link', () => {
    expect(labels('p=.2,.5-.1')).toEqual([0.2, '0.5-0.1']);
    expect(labels('hidden=256-256, 32,none')).toEqual(['256-256', 32, 'none']);
    expect(labels('activation=relu,tanh')).toEqual(['relu', 'tanh']);
  });

  test('are parted by semicolons where they hold commas themselves', () => {
    expect(labels('variants=single,dropout;dropout')).toEqual(['single,dropout', 'dropout']);
    expect(labels('change=10:lr:0.1,20:lr:0.01;none')).toEqual(['10:lr:0.1,20:lr:0.01', 'none']);
    expect(labels('train=100;200')).toEqual([100, 200]);
  });

  test('may be a range, both ends included, without a trace of binary fractions', () => {
    expect(labels('p=0:0.9:0.1')).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
    expect(labels('train=100:350:100')).toEqual([100, 200, 300]);
    expect(labels('lr=0.3:0.1:-0.1')).toEqual([0.3, 0.2, 0.1]);
    expect(labels('p=0,0.5:0.7:0.1')).toEqual([0, 0.5, 0.6, 0.7]);
    expect(labels('hidden=16:64:16')).toEqual([16, 32, 48, 64]);
  });

  test('of a range are as many as its steps, whatever the step', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 990 }), (n, step) => {
        const from = 10;
        const to = (from * 1e3 + n * step) / 1e3;
        const values = labels(`max-norm=${from}:${to}:${step / 1e3}`);
        expect(values).toHaveLength(n + 1);
        expect(values[n]).toBe(to);
      }),
    );
  });

  test.each([
    ['p', 'expected path=values'],
    ['q=1', 'there is no field "q"; expected one of data, shape'],
    [
      'p=0.5,1.2',
      'expected one number from 0 to 1 for each of 2 hidden layers, or one for all, got "1.2"',
    ],
    ['p=', 'got ""'],
    ['train=10,x', 'expected a whole number from 10 to 70000, got "x"'],
    ['p=.5,0.50', 'expected each value once, got 0.5 again'],
    ['p=0:1', 'expected from:to:step, as in 0:0.9:0.1, got "0:1"'],
    ['p=0:1:0', 'expected from:to:step'],
    ['p=1:0:0.1', 'expected from:to:step'],
    ['p=0:1:0.1:2', 'expected from:to:step'],
    ['lr=0:10:0.001', 'expected at most 1000 values, got 10001'],
    ['backend=wasm,cpu', 'one backend computes the whole grid'],
  ])('are refused in one sentence: %s', (text, sentence) => {
    expect(refusal(text)).toContain(`--sweep ${text}: `);
    expect(refusal(text)).toContain(sentence);
  });
});
