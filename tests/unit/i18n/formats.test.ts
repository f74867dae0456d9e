import { describe, expect, test } from 'vitest';
import { formats } from '#lib/i18n/formats.ts';

const en = formats('en');
const zh = formats('zh');

describe('numbers as a reader of the language writes them', () => {
  test('shares become percentages with one digit', () => {
    expect(en.percent(0.0771)).toBe('7.7%');
    expect(zh.percent(0.148)).toBe('14.8%');
  });

  test('where there is no number stands a dash', () => {
    expect(en.percent(NaN)).toBe('–');
    expect(en.integer(Infinity)).toBe('–');
    expect(en.duration(NaN)).toBe('–');
  });

  test('differences in points carry a true minus sign, and nothing is minus zero', () => {
    expect(en.points(-0.0709)).toBe('−7.1');
    expect(en.points(0.0709)).toBe('7.1');
    expect(en.points(-0.0001)).toBe('0.0');
  });

  test('the ends of a range stand in full, with a true minus sign', () => {
    expect(en.bound(4_294_967_295)).toBe('4,294,967,295');
    expect(zh.bound(-1_000)).toBe('−1,000');
    expect(en.bound(1e-6)).toBe('0.000001');
  });

  test('durations grow from tenths of a second to hours', () => {
    expect(en.duration(3.42)).toBe('3.4 sec');
    expect(en.duration(59.6)).toBe('1 min');
    expect(en.duration(125)).toBe('2 min 5 sec');
    expect(en.duration(3725)).toBe('1 hr 2 min');
    expect(zh.duration(3.42)).toBe('3.4秒');
  });

  test('sizes of files have a unit that keeps them short', () => {
    expect(en.bytes(512)).toBe('512 bytes');
    expect(en.bytes(9_912_422)).toBe('9.9 MB');
  });

  test('names in a row end with the word of the language', () => {
    expect(en.list(['a', 'b', 'c'])).toBe('a, b, and c');
    expect(zh.list(['甲', '乙'])).toBe('甲和乙');
  });

  test('parts of a name, entries and sentences are joined with the marks of the language', () => {
    expect(en.clause(['a', '', 'b'])).toBe('a, b');
    expect(zh.clause(['甲', '', '乙'])).toBe('甲，乙');
    expect([en.entry('a', 'b'), zh.entry('甲', '乙')]).toEqual(['a: b', '甲：乙']);
    expect([en.sentence('A'), zh.sentence('甲')]).toEqual(['A.', '甲。']);
    expect(en.sentences(['A.', '', 'B.'])).toBe('A. B.');
    expect(zh.sentences(['甲。', '', '乙。'])).toBe('甲。乙。');
  });
});
