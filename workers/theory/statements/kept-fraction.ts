import { fillMask } from '../../network/masks.ts';
import { comparing } from '../tools/compare.ts';
import { statement } from '../statement.ts';

/**
 * The masks that training draws keep a share of 1 − p. N independent units have a standard error of
 * √(p(1−p)/N); 4.5 of them are passed by chance once in 150,000 tries.
 */
export const keptFraction = statement('kept-fraction', ({ units, examples, p }, seed) => {
  const mask = new Float64Array(units);
  let kept = 0;
  for (let row = 0; row < examples; row++) {
    fillMask({ kind: 'fresh', seed }, p, 1, 0, row, 0, mask);
    for (const factor of mask) if (factor > 0) kept++;
  }
  const n = units * examples;
  const compared = comparing('equal', 4.5 * Math.sqrt((p * (1 - p)) / n));
  compared.add(kept / n, 1 - p);
  return { ...compared.outcome(), checks: n };
});
