import { expect, test } from 'vitest';
import { pageQuery } from '#lib/site/page-query.ts';

test('the experiment replaces what was there, the flags of the page stay', () => {
  expect(pageQuery('members=3', '?epochs=9&run=1&embed=1')).toBe('?members=3&run=1&embed=1');
});

test('an experiment that is the default leaves a bare address', () => {
  expect(pageQuery('', '?epochs=9&embed=0')).toBe('');
  expect(pageQuery('', '?embed=1')).toBe('?embed=1');
});
