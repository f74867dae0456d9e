import { expect, test } from 'vitest';
import { stabilityPreset } from '#lib/experiment/stability/presets.ts';
import { recurrence as text } from '#lib/i18n/en/stability/recurrence.ts';
import { fallsAt, furtherOf, linesOf } from '#lib/labs/stability/recurrence/lines.ts';
import { recurrence } from '#workers/stability/recurrence/recurrence.ts';
import { nobody } from '../../workers/listener.ts';

async function computed(change: { forgetBias?: number; gain?: number }) {
  const spec = stabilityPreset('recurrence').recurrence;
  const job = { ...spec, units: 16, steps: 40, networks: 10, seed: 1, ...change };
  return recurrence(null as never, job, nobody);
}

test('three lines: the plain recurrence under its closed form, the LSTM, and its additive path', async () => {
  const answer = await computed({});
  const lines = linesOf(answer, text.lines);
  expect(lines.map(({ key }) => key)).toEqual(['plain', 'lstm', 'path']);
  expect(lines[0].theory!.value[40]).toBeCloseTo(answer.chi ** 20, 12);
  expect(lines[1].theory).toBeUndefined();
  for (const { x, median } of lines) expect([x.length, median.length]).toEqual([41, 41]);
});

test('an open forget gate reaches further than a product that shrinks', async () => {
  const answer = await computed({ forgetBias: 6, gain: 0.5 });
  expect(furtherOf(answer)).toEqual({ which: 'lstm', apart: true });
  const [plain, lstm] = linesOf(answer, text.lines);
  expect(fallsAt(plain)).toBeLessThan(40);
  expect(fallsAt(lstm)).toBeNull();
});

test('a closed forget gate is a product like any other', async () => {
  const answer = await computed({ forgetBias: -4 });
  const [, , path] = linesOf(answer, text.lines);
  expect(fallsAt(path)).toBeLessThan(4);
});

test('a line falls where it stays below a hundredth, not where it dips', () => {
  expect(fallsAt({ median: [1, 0.005, 0.5, 0.002, 0.001] })).toBe(3);
  expect(fallsAt({ median: [1, 0.005, 0.5] })).toBeNull();
});
