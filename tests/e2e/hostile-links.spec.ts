import { expect } from '@playwright/test';
import fc from 'fast-check';
import { fields } from '#lib/experiment/fields.ts';
import { presetNames } from '#lib/experiment/presets.ts';
import { root } from './support/lab.ts';
import { test } from './support/test.ts';

/** `run` would start the lab; everything else may be there, in any shape. */
const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('preset', 'embed', ...fields.map(({ name }) => name)) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', '', 'run ') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }).filter((s) => s !== 'run') },
);
const value = fc.oneof(
  fc.constantFrom(
    ...presetNames,
    'none',
    'NaN',
    'Infinity',
    '-0',
    '1e309',
    '',
    '%',
    '1-1-1-1-1-1-1',
  ),
  fc.constantFrom(
    '<script>throw 1</script>',
    '"><img src=x onerror=alert(1)>',
    '${7*7}',
    '{{7*7}}',
  ),
  fc.constantFrom(
    'idx',
    'csv',
    'plane',
    'digits',
    'x:1:' + 'a'.repeat(64),
    '0:lr:1,0:lr:2',
    '9:p-9:1',
  ),
  fc.double().map(String),
  fc.integer({ min: -10, max: 2000 }).map(String),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.integer({ min: 1, max: 20 }).map((n) => '9-'.repeat(n * 100)),
);
const hostile = fc
  .array(fc.tuple(name, value, fc.boolean()), { minLength: 1, maxLength: 12 })
  .map((pairs) =>
    pairs
      .map(([name, value, raw]) => {
        const text = value.toWellFormed();
        // As it is, or percent-encoded; a raw “#” would end the query.
        return `${encodeURIComponent(name.toWellFormed())}=${raw ? text.replaceAll('#', '') : encodeURIComponent(text)}`;
      })
      .join('&'),
  )
  .filter((query) => !/(^|&)run=/.test(query));

test('whatever a link says, the lab opens, idle, without an exception', async ({
  page,
  problems,
}) => {
  for (const query of fc.sample(hostile, { numRuns: 30, seed: 20260731 })) {
    await page.goto(`./en/dropout/?${query}`);
    await expect(root(page), query).toHaveAttribute('data-run', 'idle');
    // The page is alive: it has taken the link in and begun to make its data, or has them already.
    await page.waitForFunction(() => {
      const data = document.querySelector('section[aria-labelledby="data"]');
      return data?.ariaBusy === 'true' || data?.querySelector('figure, [role="figure"]');
    });
    await expect(root(page), query).toHaveAttribute('data-run', 'idle');
    expect(problems, query).toEqual([]);
  }
});
